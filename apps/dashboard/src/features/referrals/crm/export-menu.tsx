import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { startDownload } from '../../../lib/start-download';
import { ICON } from '../../../ui/theme';
import { filterParams, type ProspectFilters } from './prospect-filters';

const FORMATS = [
  { name: 'csv', Icon: IconFileTypeCsv },
  { name: 'pdf', Icon: IconFileTypePdf },
] as const;

/** What is listed, as a file. */
export function ExportMenu({ filters }: { filters: ProspectFilters }) {
  const { t } = useTranslation('crm');
  const queryClient = useQueryClient();
  const params = filterParams(filters).toString();
  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={ICON.small} aria-hidden />}>
          {t('exports.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ name, Icon }) => (
          <Menu.Item
            key={name}
            leftSection={<Icon size={ICON.small} aria-hidden />}
            onClick={() =>
              startDownload(queryClient, {
                path: `/api/recommendations/exports/recommendations.${name}${params === '' ? '' : `?${params}`}`,
                title: `${t('prospects.title')} · ${t(`exports.${name}`)}`,
              })
            }
          >
            {t(`exports.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
