import { VisuallyHidden } from '@mantine/core';
import { type ComponentType, useEffect, useState } from 'react';
import { fetchCode } from '../../../lib/fetch-code';
import { useLiveEvent, useLiveStatus } from '../../../lib/live';

export interface ToastsProps {
  /** The data of each notification so far, as text. */
  told: readonly string[];
  /** Has it read out. */
  onSay(text: string): void;
}

const loadMissed = () => fetchCode(() => import('./missed'));
const load = () => fetchCode(() => import('./toasts'));

/** Shows on every screen what the owner is to know at once. Most days nothing comes: its code is fetched when something does. */
export function ToldAtOnce() {
  const [told, setTold] = useState<readonly string[]>([]);
  const [Toasts, setToasts] = useState<ComponentType<ToastsProps>>();
  const [said, setSaid] = useState('');
  useLiveEvent('notification', (data) => setTold((before) => [...before, data]));
  // Where the code could not be fetched, it is tried again when the next comes, or the line is back.
  const { state, opened } = useLiveStatus();
  const isMissing = told.length > 0 && Toasts === undefined;
  useEffect(() => {
    if (!isMissing) return;
    load().then(
      ({ Toasts: loaded }) => setToasts(() => loaded),
      () => undefined,
    );
  }, [isMissing, told.length, state]);
  // A line that was broken, or closed while nobody looked, is told nothing of what came meanwhile.
  const [since] = useState(Date.now);
  useEffect(() => {
    if (opened < 2) return;
    loadMissed()
      .then(({ fetchMissed }) => fetchMissed(since))
      .then(
        (missed) =>
          missed.length > 0 &&
          setTold((before) => [...before, ...missed.map((notice) => JSON.stringify(notice))]),
        () => undefined,
      );
  }, [opened, since]);
  return (
    <>
      {/* Always on the page, or screen readers would miss the first. */}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {Toasts && <Toasts told={told} onSay={setSaid} />}
    </>
  );
}
