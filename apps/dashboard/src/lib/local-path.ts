/**
 * The same text when it is a path of this site (`/`, `/?card=patrice`), else undefined. Guards `next`: an address
 * that somebody else made up (`//evil.example`, `/\evil.example`, `javascript:`) must lead nowhere after sign-in.
 */
export function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined;
  // Browsers drop tabs and newlines from addresses and read a backslash as a slash: "/\t/evil" is "//evil".
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\]/.test(value) || value.startsWith('//')) return undefined;
  const base = 'http://local.invalid';
  try {
    return new URL(value, base).origin === base ? value : undefined;
  } catch {
    return undefined;
  }
}
