import { Box, Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../features/session/me.query';
import { LinkButton } from '../ui/router-link';
import { ICON } from '../ui/theme';
import { intoSight } from './tab-into-sight';
import { USAGE_PAGES } from './usage-pages';
import classes from './tabs.module.css';

/** The way from one usage screen to another; the card and the period come along. */
export function UsageTabs() {
  const { t } = useTranslation();
  const { features } = useSuspenseQuery(meQuery).data;
  return (
    <Box component="nav" aria-label={t('nav.usage')} className={classes['tabs']}>
      <Group gap="xs" wrap="nowrap">
        {USAGE_PAGES.map(({ name, to, feature, Icon }) => (
          <LinkButton
            key={name}
            to={to}
            search={(before) => before}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ variant: 'light', ref: intoSight }}
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
    </Box>
  );
}
