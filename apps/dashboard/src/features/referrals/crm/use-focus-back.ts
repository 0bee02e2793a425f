import { useEffect, useState } from 'react';

/** Gives the focus back to what had it before, whichever way this goes: by its cross, by a key, by the browser's way back. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the page has let go of what had it meanwhile.
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement)
          before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
