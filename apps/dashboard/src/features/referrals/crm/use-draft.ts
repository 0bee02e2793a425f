import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

interface Draft {
  readonly text: string;
  write(text: string): void;
  /** Empties it, unless somebody has typed on meanwhile. */
  finish(sent: string): void;
}

/**
 * What is being typed about a record: still there when the record is closed and opened again. Kept with the answers, which go when
 * somebody signs out.
 */
export function useDraft(id: string): Draft {
  const queryClient = useQueryClient();
  const key = ['draft', id];
  const kept = () => queryClient.getQueryData<string>(key) ?? '';
  const [text, setText] = useState(kept);
  const write = (typed: string) => {
    queryClient.setQueryData(key, typed);
    setText(typed);
  };
  return {
    text,
    write,
    finish: (sent) => {
      if (kept() === sent) write('');
    },
  };
}
