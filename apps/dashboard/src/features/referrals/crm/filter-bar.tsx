import { Box, Button, Group, SegmentedControl, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter, IconLayoutKanban, IconList } from '@tabler/icons-react';
import { lazy, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCode } from '../../../lib/fetch-code';
import { Part } from '../../../ui/part';
import { ICON } from '../../../ui/theme';
import { ExportMenu } from '../export-menu';
import { FilterPills } from './filter-pills';
import { filterParams, isNarrowed, type ProspectFilters } from './prospect-filters';
import { SearchField } from './search-field';
import { useChangeSearch } from './use-change-search';

// Most look at what came last.
const FilterFields = lazy(() =>
  fetchCode(() => import('./filter-fields').then((module) => ({ default: module.FilterFields }))),
);

interface FilterBarProps {
  filters: ProspectFilters;
  asBoard: boolean;
}

/** What is looked at, and how. */
export function FilterBar({ filters, asBoard }: FilterBarProps) {
  const { t } = useTranslation('crm');
  const change = useChangeSearch();
  const [opened, { toggle }] = useDisclosure();
  const id = useId();
  const views = [
    { value: 'list', label: t('filters.list'), Icon: IconList },
    { value: 'board', label: t('filters.board'), Icon: IconLayoutKanban },
  ];
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <SearchField value={filters.q ?? ''} onSearch={(q) => change({ q: q || undefined }, true)} />
        <SegmentedControl
          aria-label={t('filters.view')}
          value={asBoard ? 'board' : 'list'}
          onChange={(view) => change({ view: view === 'board' ? 'board' : undefined })}
          data={views.map(({ value, label, Icon }) => ({
            value,
            label: (
              <Group gap="xs" wrap="nowrap">
                <Icon size={ICON.small} aria-hidden />
                <VisuallyHidden hiddenFrom="sm">{label}</VisuallyHidden>
                <Box component="span" visibleFrom="sm">
                  {label}
                </Box>
              </Group>
            ),
          }))}
        />
        <Button
          variant="default"
          leftSection={<IconFilter size={ICON.small} aria-hidden />}
          aria-expanded={opened}
          aria-controls={id}
          onClick={toggle}
        >
          {t('filters.open')}
        </Button>
        <ExportMenu file="recommendations" params={filterParams(filters)} title={t('prospects.title')} />
      </Group>
      <div id={id} hidden={!opened}>
        {opened && (
          <Part fallback={<Skeleton h="var(--num-period-height)" />}>
            <FilterFields filters={filters} />
          </Part>
        )}
      </div>
      {isNarrowed(filters) && <FilterPills filters={filters} />}
    </Stack>
  );
}
