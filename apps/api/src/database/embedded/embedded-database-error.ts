type EmbeddedDatabaseErrorCode =
  | 'unsupported_platform'
  | 'not_writable'
  | 'not_reachable'
  | 'disk_full'
  | 'other_major_version'
  | 'data_missing'
  | 'login_refused'
  | 'start_failed';

/** Why the embedded database cannot be used. The message says what a person can do about it. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';

  constructor(
    readonly code: EmbeddedDatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const FILE_ERRORS: Record<string, [EmbeddedDatabaseErrorCode, string]> = {
  ENOSPC: ['disk_full', 'the disk is full; free some space'],
  EDQUOT: ['disk_full', 'the disk quota is used up; free some space'],
  EACCES: [
    'not_writable',
    'this user may not write there; change its owner or set DATA_DIR to another folder',
  ],
  EPERM: ['not_writable', 'this user may not change it; change its owner or set DATA_DIR to another folder'],
  EROFS: ['not_writable', 'the file system is read-only; set DATA_DIR to another folder'],
  ENOTDIR: ['not_writable', 'part of the path is a file, not a folder; set DATA_DIR to another folder'],
  EEXIST: ['not_writable', 'a file stands where a folder is needed; set DATA_DIR to another folder'],
};

/** Turns a file-system error into a sentence about `folder`; any other error is returned as it came. */
export function explainFileError(error: unknown, folder: string): unknown {
  if (error instanceof EmbeddedDatabaseError || !(error instanceof Error) || !('code' in error)) return error;
  const known = FILE_ERRORS[String(error.code)];
  if (!known) return error;
  const [code, advice] = known;
  return new EmbeddedDatabaseError(code, `Embedded database in ${folder}: ${advice} (${error.message}).`, {
    cause: error,
  });
}
