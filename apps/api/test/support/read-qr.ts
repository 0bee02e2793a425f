import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** What a phone reads in a QR code, from the pixels of a PNG; undefined when there is no code in it. */
export function readQr(png: Buffer) {
  const { data, width, height } = PNG.sync.read(png);
  // The package's types put its CommonJS function on `default`; what Node imports is the function itself.
  const read = jsQR as unknown as typeof jsQR.default;
  return read(new Uint8ClampedArray(data), width, height) ?? undefined;
}
