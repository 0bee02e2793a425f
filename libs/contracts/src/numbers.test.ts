import { expect, test } from 'vitest';
import {
  bytesText,
  changeText,
  countText,
  durationText,
  eurosText,
  shareText,
  shortCountText,
  waitText,
} from './numbers.js';

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

test.each([
  [countText(1_234_567, 'fr'), '1 234 567'],
  [countText(1_234_567, 'en'), '1,234,567'],
  [shortCountText(1_234, 'fr'), '1,2 k'],
  [shortCountText(1_234, 'en'), '1.2K'],
  [bytesText(1, 'fr'), '1 ko'],
  [bytesText(820_400, 'en'), '821 kB'],
  [bytesText(1_240_000, 'fr'), '1,2 Mo'],
  [shareText(0.1234, 'fr'), '12 %'],
  [shareText(0.0456, 'fr'), '4,6 %'],
  [shareText(0, 'en'), '0%'],
  [shareText(null, 'en'), '—'],
  [shareText(1 / 0, 'en'), '—'],
  [changeText(0.254, 'fr'), '+25 %'],
  [changeText(-0.5, 'en'), '-50%'],
  [changeText(0.001, 'fr'), '0 %'],
  [changeText(11.4, 'fr'), '× 12'],
  [durationText(0, 'fr'), '0 s'],
  [durationText(44_600, 'fr'), '45 s'],
  [durationText(59_600, 'fr'), '1 min'],
  [durationText(200_000, 'fr'), '3 min 20 s'],
  [durationText(200_000, 'en'), '3 min 20 sec'],
  [durationText(7_500_000, 'fr'), '2 h 5 min'],
  [durationText(null, 'fr'), '—'],
  [eurosText(0, 'fr'), '0 €'],
  [eurosText(125_000, 'fr'), '1 250 €'],
  [eurosText(125_050, 'fr'), '1 250,50 €'],
  [eurosText(125_050, 'en'), '€1,250.50'],
  [waitText(0, 'fr'), '0 min'],
  [waitText(0.58, 'fr'), '35 min'],
  [waitText(59.7 / 60, 'fr'), '1 h'],
  [waitText(1.67, 'fr'), '1 h 40 min'],
  [waitText(4.02, 'fr'), '4 h'],
  [waitText(23.6, 'fr'), '1 j'],
  [waitText(51.2, 'fr'), '2 j 3 h'],
  [waitText(51.2, 'en'), '2 days 3 hr'],
  [waitText(null, 'fr'), '—'],
])('%s', (text, expected) => {
  expect(plain(text)).toBe(expected);
});
