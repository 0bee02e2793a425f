import { expect, test } from 'vitest';
import { Turns } from './turns.js';

test('one after another for a key, though one fails; another key does not wait', async () => {
  const turns = new Turns();
  const done: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const first = turns.take('a', async () => {
    await gate;
    done.push('first');
    throw new Error('refused');
  });
  const second = turns.take('a', async () => done.push('second'));
  await turns.take('b', async () => done.push('other'));
  open();
  await expect(first).rejects.toThrow('refused');
  await second;
  expect(await turns.take('a', async () => done.join())).toBe('other,first,second');
});
