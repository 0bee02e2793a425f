import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';

const FORMATS = [
  { name: 'pdf', Icon: IconFileTypePdf },
  { name: 'csv', Icon: IconFileTypeCsv },
] as const;

/** The month that is shown, as a file. @param month `YYYY-MM` */
export function ExportMenu({ month }: { month: string }) {
  const { t } = useTranslation('results');
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
            href={`/api/recommendations/exports/metrics.${name}?month=${month}`}
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
