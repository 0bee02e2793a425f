import { Button, Center, Loader, Text } from '@mantine/core';

/** How a list goes on. */
export interface More {
  readonly failed: boolean;
  readonly loading: boolean;
  load(): void;
}

interface LoadMoreProps {
  /** Undefined once the list is whole. */
  more: More | undefined;
  words: { readonly more: string; readonly failed: string; readonly end: string };
}

/** What stands under a list of which more can be fetched. */
export function LoadMore({ more, words }: LoadMoreProps) {
  return (
    <Center>
      {more === undefined ? (
        <Text size="sm" c="dimmed">
          {words.end}
        </Text>
      ) : (
        // Not `loading`, which disables it: it keeps the focus.
        <Button
          variant="light"
          aria-busy={more.loading}
          leftSection={more.loading && <Loader size="xs" />}
          onClick={() => more.loading || more.load()}
        >
          {more.failed ? words.failed : words.more}
        </Button>
      )}
    </Center>
  );
}
