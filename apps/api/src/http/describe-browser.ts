import { BROWSER_MAP, OS_MAP, parse } from 'bowser';

/** A browser and a system by the names that people know; null where unknown. */
export interface BrowserNames {
  readonly browser: string | null;
  readonly system: string | null;
}

// Of a browser that it does not know, the library repeats the user agent's own words, and those may be anything.
const BROWSERS = new Set<string>(
  Object.values(BROWSER_MAP).filter((name) => name !== BROWSER_MAP['generic']),
);
const SYSTEMS = new Set<string>(Object.values(OS_MAP));

/** What a session was opened with, so that its owner knows it again. */
export function describeBrowser(userAgent: string | null): BrowserNames {
  if (userAgent === null || userAgent === '') return { browser: null, system: null };
  const { browser, os } = parse(userAgent);
  return { browser: known(browser.name, BROWSERS), system: known(os.name, SYSTEMS) };
}

function known(name: string | undefined, names: ReadonlySet<string>): string | null {
  return name !== undefined && names.has(name) ? name.replace(/^Microsoft /, '') : null;
}
