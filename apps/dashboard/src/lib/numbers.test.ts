import { expect, test } from 'vitest';
import { changeText, countText, durationText, shareText, shortCountText } from './numbers';

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

test.each([
  [countText(1_234_567, 'fr'), '1 234 567'],
  [countText(1_234_567, 'en'), '1,234,567'],
  [shortCountText(1_234, 'fr'), '1,2 k'],
  [shortCountText(1_234, 'en'), '1.2K'],
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
])('%s', (text, expected) => {
  expect(plain(text)).toBe(expected);
});
