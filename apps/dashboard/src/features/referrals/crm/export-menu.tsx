import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { filterParams, type ProspectFilters } from './prospect-filters';

const FORMATS = [
  { name: 'csv', Icon: IconFileTypeCsv },
  { name: 'pdf', Icon: IconFileTypePdf },
] as const;

/** What is listed, as a file. */
export function ExportMenu({ filters }: { filters: ProspectFilters }) {
  const { t } = useTranslation('crm');
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
            component="a"
            href={`/api/recommendations/exports/recommendations.${name}${params === '' ? '' : `?${params}`}`}
            download
            leftSection={<Icon size={ICON.small} aria-hidden />}
          >
            {t(`exports.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
