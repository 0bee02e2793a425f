import { BROWSER_MAP, OS_MAP, parse } from 'bowser';
import { lru } from 'tiny-lru';
import { inAppBrowser } from './in-app-browser.js';

/** What a visit is looked at with: classes and families, no version and no model. */
export interface Device {
  readonly device: 'phone' | 'tablet' | 'desktop' | 'other';
  /** Such as `Safari`; of a page open inside an app, the app's name; `other` when unknown. */
  readonly browser: string;
  /** Such as `iOS`; `other` when unknown. */
  readonly system: string;
}

const OTHER = 'other';

/** Longer ones are somebody's joke, and would make the memory of them unbounded. */
const MAX_LENGTH = 512;

/** Most visits come from few browsers: telling one anew takes 20 times as long. */
const told = lru<Device>(1_000);

const DEVICES: Readonly<Record<string, Device['device']>> = {
  mobile: 'phone',
  tablet: 'tablet',
  desktop: 'desktop',
};

/** Under the names that people know. */
const RENAMED: Readonly<Record<string, string>> = {
  'Samsung Internet for Android': 'Samsung Internet',
  'Microsoft Edge': 'Edge',
  'Google Search': 'Google',
  'PlayStation 4': 'PlayStation',
};

// Of a browser that it does not know, the library repeats the user agent's own words, and those may be anything: so a
// name counts only if it is one of the library's.
const BROWSERS = new Set(Object.values(BROWSER_MAP).filter((name) => name !== BROWSER_MAP['generic']));
const SYSTEMS = new Set(Object.values(OS_MAP));

/**
 * Tells a device by its user agent. An iPad that asks for desktop pages, which is how Safari comes set on it, says
 * word for word what a Mac says: it counts as a desktop with macOS. Nothing that the browser sends tells them apart.
 */
export function describeDevice(userAgent: string): Device {
  const said = userAgent.slice(0, MAX_LENGTH);
  const known = told.get(said);
  if (known !== undefined) return known;
  const device = describe(said);
  told.set(said, device);
  return device;
}

function describe(userAgent: string): Device {
  if (userAgent === '') return { device: 'other', browser: OTHER, system: OTHER };
  const { platform, browser, os } = parse(userAgent);
  const system = named(os.name, SYSTEMS);
  return {
    // The library does not class Chromebooks.
    device: DEVICES[platform.type ?? ''] ?? (system === OS_MAP['ChromeOS'] ? 'desktop' : 'other'),
    browser: inAppBrowser(userAgent)?.name ?? named(browser.name, BROWSERS),
    system,
  };
}

function named(name: string | undefined, known: ReadonlySet<string>): string {
  return name !== undefined && known.has(name) ? (RENAMED[name] ?? name) : OTHER;
}
