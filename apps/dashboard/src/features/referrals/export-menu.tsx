import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { startDownload } from '../../lib/start-download';
import { ICON } from '../../ui/theme';

const FORMATS = [
  { name: 'csv', Icon: IconFileTypeCsv },
  { name: 'pdf', Icon: IconFileTypePdf },
] as const;

interface ExportMenuProps {
  /** Of `/api/recommendations/exports/`, without what its name ends in. */
  file: 'recommendations' | 'metrics';
  params: URLSearchParams;
  /** What it is, in words. */
  title: string;
}

/** What is shown, as a file. */
export function ExportMenu({ file, params, title }: ExportMenuProps) {
  const { t } = useTranslation('referrals');
  const queryClient = useQueryClient();
  const search = params.size === 0 ? '' : `?${params.toString()}`;
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
                path: `/api/recommendations/exports/${file}.${name}${search}`,
                title: `${title} · ${t(`exports.${name}`)}`,
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
