/** QR codes: black on white in any scheme, because many readers fail on the inverse. */
import { toBuffer, toString } from 'qrcode';

// M survives 15 % of damage, and 4 modules of quiet zone are what the standard asks for.
const OPTIONS = {
  errorCorrectionLevel: 'M',
  margin: 4,
  color: { dark: '#000000', light: '#ffffff' },
} as const;

/** A QR code as an SVG document. */
export function qrSvg(url: string): Promise<string> {
  return toString(url, { ...OPTIONS, type: 'svg' });
}

/** A QR code as a PNG of some 1,000 px, each module exactly 24 px, good for print. */
export function qrPng(url: string): Promise<Buffer> {
  return toBuffer(url, { ...OPTIONS, type: 'png', scale: 24 });
}

/** What a QR code's file is called, such as `patrice-qr.svg`; of a named link, with its code. */
export function qrFileName(slug: string, linkCode: string | undefined, kind: 'svg' | 'png'): string {
  return `${slug}-qr${linkCode === undefined ? '' : `-${linkCode}`}.${kind}`;
}
