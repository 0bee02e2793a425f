import { createHash } from 'node:crypto';
import { MAX_PHOTO_BYTES } from '@num-ecard/contracts/cards';
import { ValidationFailed } from '../http/problem-error.js';
import type { CardPhoto } from './card-photo.entity.js';

const SIGNATURES = [
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
] as const;

/**
 * A photo's bytes from its data URL. What counts is what the bytes are, not what the URL says.
 * @param path of the request's field, for the refusal
 * @throws {ValidationFailed} when it is no JPEG or PNG, or is too large
 */
export function decodePhoto(
  dataUrl: string,
  path: string,
): Pick<CardPhoto, 'mediaType' | 'bytes' | 'version'> {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  const signature = SIGNATURES.find((known) => known.bytes.every((byte, index) => bytes[index] === byte));
  if (signature === undefined) throw new ValidationFailed([{ path, message: 'must be a JPEG or PNG' }]);
  if (bytes.length > MAX_PHOTO_BYTES) {
    throw new ValidationFailed([{ path, message: `must be at most ${MAX_PHOTO_BYTES} bytes` }]);
  }
  return {
    mediaType: signature.mediaType,
    bytes,
    version: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  };
}
