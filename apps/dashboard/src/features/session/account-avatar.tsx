import { Avatar } from '@mantine/core';

/** The initials of a name: an "&" is none. */
export function AccountAvatar({ name }: { name: string }) {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return <Avatar name={words.join(' ')} color="ink" alt="" />;
}
