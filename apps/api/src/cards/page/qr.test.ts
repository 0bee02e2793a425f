import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { readQr } from '../../../test/support/read-qr.js';
import { qrPng, qrSvg } from './qr.js';
import { qrAddress } from './qr-page.js';

const address = qrAddress({ slug: 'patrice-durand', publicUrl: 'https://card.example' });

test('the QR code reads as the card, with its source, and has a quiet zone', async () => {
  const png = await qrPng(address);
  const { width, data } = PNG.sync.read(png);
  const code = readQr(png);
  expect(code?.data).toBe('https://card.example/c/patrice-durand?s=qr');
  const modules = width / 24;
  expect(modules).toBe(code!.version * 4 + 17 + 8);
  const dark = (x: number, y: number) => data.readUInt8((y * width + x) * 4) < 128;
  expect(dark(4 * 24, 4 * 24)).toBe(true);
  for (let at = 0; at < width; at++) expect(dark(at, 4 * 24 - 1) || dark(4 * 24 - 1, at)).toBe(false);
});

test('the SVG is the same code, for print', async () => {
  expect(await qrSvg(address)).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* viewBox="0 0 (\d+) \1"/,
  );
});
