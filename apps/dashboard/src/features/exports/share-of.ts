/** How a document is handed to another application, where the device can: on an iPhone that is the usual way. Undefined else. */
export function shareOf(file: File | undefined): (() => void) | undefined {
  if (file === undefined || !file.name.endsWith('.pdf')) return undefined;
  const files = [file];
  if (!navigator.canShare?.({ files })) return undefined;
  // Refused when the reader thinks better of it.
  return () => void navigator.share({ files }).catch(() => undefined);
}
