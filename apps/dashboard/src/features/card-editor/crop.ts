/** A square of a photo. Positions are shares from 0 to 1, so that they mean the same at any size. */
import { MAX_PHOTO_BYTES } from '@num-ecard/contracts/cards';

/** Pixels of a side: the card shows 144 at most, on screens of up to three times the pixels. */
export const PHOTO_SIDE = 512;

export interface Crop {
  /** 1: the largest square; 4: a quarter of its side. */
  zoom: number;
  x: number;
  y: number;
}

export const WHOLE: Crop = { zoom: 1, x: 0.5, y: 0.5 };
export const MAX_ZOOM = 4;

interface Size {
  width: number;
  height: number;
}

/** The square in the photo's own pixels; always within it. */
export function square(
  { width, height }: Size,
  { zoom, x, y }: Crop,
): { left: number; top: number; side: number } {
  const side = Math.min(width, height) / zoom;
  return { left: (width - side) * x, top: (height - side) * y, side };
}

/** The crop after the photo was pushed by shares of the square's side. */
export function pushed(size: Size, crop: Crop, right: number, down: number): Crop {
  const { side } = square(size, crop);
  const move = (at: number, length: number, by: number) =>
    length <= side ? at : Math.min(1, Math.max(0, at - (by * side) / (length - side)));
  return { ...crop, x: move(crop.x, size.width, right), y: move(crop.y, size.height, down) };
}

/** Draws the square over the whole of a canvas. */
export function drawCrop(canvas: HTMLCanvasElement, photo: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { left, top, side } = square(photo, crop);
  // What is transparent would be black in a JPEG.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo, left, top, side, side, 0, 0, canvas.width, canvas.height);
}

/** The square as a JPEG's data URL, small enough for the API. */
export function toJpeg(photo: ImageBitmap, crop: Crop): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PHOTO_SIDE;
  drawCrop(canvas, photo, crop);
  let url = '';
  for (let quality = 0.9; quality > 0.2; quality -= 0.2) {
    url = canvas.toDataURL('image/jpeg', quality);
    if (url.length * 0.75 < MAX_PHOTO_BYTES) break;
  }
  return url;
}
