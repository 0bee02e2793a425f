import { useState } from 'react';

/** What opens with code of its own. */
interface Late {
  readonly isOpen: boolean;
  /** Fetches the code, for one who seems about to open it. */
  reach(): void;
  /** Opens once the code has come; where it cannot be fetched it stays closed, and the page as it is. */
  open(): void;
}

export function useLate(load: () => Promise<unknown>): Late {
  const [isOpen, setOpen] = useState(false);
  const nothing = () => undefined;
  return {
    isOpen,
    reach: () => void load().catch(nothing),
    open: () => void load().then(() => setOpen(true), nothing),
  };
}
