import { Group, ScrollArea } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../features/session/me.query';
import { LinkButton } from '../ui/router-link';
import { ICON } from '../ui/theme';
import { USAGE_PAGES } from './usage-pages';

/** The way from one usage screen to another; the card and the period come along. */
export function UsageTabs() {
  const { t } = useTranslation();
  const { features } = useSuspenseQuery(meQuery).data;
  return (
    <ScrollArea component="nav" aria-label={t('nav.usage')} type="never" scrollbars="x">
      <Group gap="xs" wrap="nowrap">
        {USAGE_PAGES.map(({ name, to, feature, Icon }) => (
          <LinkButton
            key={name}
            to={to}
            search={(before) => before}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ variant: 'light' }}
            inactiveProps={{ variant: 'subtle', color: 'gray' }}
            flex="none"
            size="sm"
            px="sm"
            leftSection={<Icon size={ICON.small} aria-hidden />}
            rightSection={
              features.includes(feature) ? undefined : (
                <IconLock size={ICON.small} aria-label={t('locked.label')} />
              )
            }
          >
            {t(`pages.${name}`)}
          </LinkButton>
        ))}
      </Group>
    </ScrollArea>
  );
}
