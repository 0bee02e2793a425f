import { VisuallyHidden } from '@mantine/core';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { fetchCode } from '../../../lib/fetch-code';
import { useLiveEvent, useLiveStatus } from '../../../lib/live';

export interface ToastsProps {
  /** The data of each notification so far, as text. */
  told: readonly string[];
  /** Has it read out: an element of its own each time, or the same words would be no news to a screen reader. */
  onSay(words: ReactNode): void;
}

const load = () => fetchCode(() => import('./toasts'));

/** Shows on every screen what the owner is to know at once. Most days nothing comes: its code is fetched when something does. */
export function ToldAtOnce() {
  const [told, setTold] = useState<readonly string[]>([]);
  const [Toasts, setToasts] = useState<ComponentType<ToastsProps>>();
  const [said, setSaid] = useState<ReactNode>();
  useLiveEvent('notification', (data) => setTold((before) => [...before, data]));
  // Where the code could not be fetched, it is tried again when the next comes, or the line is back.
  const { state } = useLiveStatus();
  const isMissing = told.length > 0 && Toasts === undefined;
  useEffect(() => {
    if (!isMissing) return;
    load().then(
      ({ Toasts: loaded }) => setToasts(() => loaded),
      () => undefined,
    );
  }, [isMissing, told.length, state]);
  return (
    <>
      {/* Always on the page, or screen readers would miss the first. */}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {Toasts && <Toasts told={told} onSay={setSaid} />}
    </>
  );
}
