type ServerExit = 'lock_held' | 'memory_in_use' | 'port_taken' | 'disk_full' | 'other';

/** Why a PostgreSQL server ended while starting, read from the lines it wrote (always English: lc_messages is C). */
export function explainServerExit(output: string): ServerExit {
  if (/lock file "postmaster\.pid" (already exists|is empty)/.test(output)) return 'lock_held';
  if (/pre-existing shared memory block/.test(output)) return 'memory_in_use';
  if (/could not bind IPv4 address|could not create any TCP\/IP sockets/.test(output)) return 'port_taken';
  if (/No space left on device|Disk quota exceeded/.test(output)) return 'disk_full';
  return 'other';
}
