import { Box, Button, Stack, Table } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON } from './theme';

/**
 * Chromium would stop at each of a chart's layers on the way of Tab, with nothing to see: React listens there for the focus.
 * @returns what ends the watch over layers that come later
 */
function skipLayers(chart: HTMLElement | null): (() => void) | undefined {
  if (chart === null) return undefined;
  const skip = () => {
    for (const layer of chart.querySelectorAll('g[class^="recharts-zIndex-layer"]:not([tabindex])'))
      layer.setAttribute('tabindex', '-1');
  };
  skip();
  const watch = new MutationObserver(skip);
  watch.observe(chart, { childList: true, subtree: true });
  return () => watch.disconnect();
}

interface ChartOrTableProps {
  /** What the chart shows, in words. */
  label: string;
  chart: ReactNode;
  head: readonly string[];
  /** The same figures; the first cell names the row. */
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A chart, and the same as a table for who cannot see it or wants to read the figures. */
export function ChartOrTable({ label, chart, head, rows }: ChartOrTableProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const Icon = asTable ? IconChartBar : IconTable;
  return (
    <Stack gap="xs" align="stretch">
      {asTable ? (
        <Table.ScrollContainer
          minWidth={0}
          maxHeight="var(--num-table-height)"
          scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
        >
          {/* It scrolls in its own box: words stay whole. */}
          <Table stickyHeader striped aria-label={label} style={{ overflowWrap: 'break-word' }}>
            <Table.Thead>
              <Table.Tr>
                {head.map((text, index) => (
                  <Table.Th key={text} ta={index > 0 ? 'right' : undefined}>
                    {text}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ key, cells: [name, ...figures] }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row">{name}</Table.Th>
                  {figures.map((figure, index) => (
                    <Table.Td key={index} ta="right">
                      {figure}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : (
        <Box ref={skipLayers} role="img" aria-label={label}>
          {chart}
        </Box>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        ml="auto"
        leftSection={<Icon size={ICON.small} aria-hidden />}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? t('chart.asChart') : t('chart.asTable')}
      </Button>
    </Stack>
  );
}
