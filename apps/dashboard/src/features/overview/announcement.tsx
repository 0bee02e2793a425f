import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

/** Milliseconds without a further change before a change is spoken: a busy evening is not read out click by click. */
const CALM_MS = 5_000;

/** Speaks a text to screen readers when it has changed, never at first. */
export function Announcement({ text }: { text: string }) {
  const [calm] = useDebouncedValue(text, CALM_MS);
  const [first] = useState(text);
  return <VisuallyHidden aria-live="polite">{calm === first ? '' : calm}</VisuallyHidden>;
}
