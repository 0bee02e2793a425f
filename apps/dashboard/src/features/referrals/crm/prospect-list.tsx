import { Box, Divider, Stack } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore, type More } from '../../../ui/load-more';
import { LIST, PROSPECT_ROW } from '../../../ui/theme';
import { ProspectRow } from './prospect-row';

interface ProspectListProps {
  label: string;
  items: readonly Recommendation[];
  /** Absent where the list does not go on. */
  more?: More | undefined;
}

/** Rows drawn beyond those that are seen, and from how far before the end on the next page is asked for. */
const BEYOND = 6;
const AHEAD = 20;

/** Thousands of prospects, of which those in sight are drawn, and the one that has the focus. */
export function ProspectList({ label, items, more }: ProspectListProps) {
  const { t } = useTranslation('crm');
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // What stands above it comes and goes: filters, notices.
  useEffect(() => setTop(box.current?.offsetTop ?? 0), [items]);
  const [focused, setFocused] = useState<number>();
  const rangeExtractor = useCallback(
    (range: Range) =>
      focused === undefined || focused >= range.count
        ? defaultRangeExtractor(range)
        : [...new Set([...defaultRangeExtractor(range), focused])].toSorted((a, b) => a - b),
    [focused],
  );
  // Its functions cannot be memoized, and none is handed on.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => PROSPECT_ROW,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: BEYOND,
    rangeExtractor,
    scrollMargin: top,
    useFlushSync: false,
  });
  const rows = virtualizer.getVirtualItems();
  const last = Math.max(-1, ...rows.filter(({ index }) => index !== focused).map(({ index }) => index));
  const isNearEnd = last >= items.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && more !== undefined && !more.loading && !more.failed) more.load();
  }, [isNearEnd, more]);

  return (
    <Stack gap="md">
      <Box
        ref={box}
        component="ul"
        aria-label={label}
        pos="relative"
        h={virtualizer.getTotalSize()}
        {...LIST}
      >
        {rows.map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <Box
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              component="li"
              aria-setsize={items.length}
              aria-posinset={index + 1}
              pos="absolute"
              top={0}
              left={0}
              w="100%"
              pb="sm"
              style={{ transform: `translateY(${start - top}px)` }}
              onFocus={() => setFocused(index)}
              onBlur={() => setFocused(undefined)}
            >
              {index > 0 && <Divider pb="sm" />}
              <ProspectRow item={item} />
            </Box>
          );
        })}
      </Box>
      <LoadMore
        more={more}
        words={{ more: t('list.more'), failed: t('list.moreFailed'), end: t('list.end') }}
      />
    </Stack>
  );
}
