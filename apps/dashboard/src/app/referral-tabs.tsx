import { Box, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../ui/router-link';
import { ICON } from '../ui/theme';
import { REFERRAL_PAGES } from './referral-pages';
import { intoSight } from './tab-into-sight';
import classes from './tabs.module.css';

/** The way from one screen of referrals to another. */
export function ReferralTabs() {
  const { t } = useTranslation('referrals');
  return (
    <Box component="nav" aria-label={t('tabs.nav')} className={classes['tabs']}>
      <Group gap="xs" wrap="nowrap">
        {REFERRAL_PAGES.map(({ name, to, exact, Icon }) => (
          <LinkButton
            key={name}
            to={to}
            activeOptions={{ exact, includeSearch: false }}
            activeProps={{ variant: 'light', ref: intoSight }}
            inactiveProps={{ variant: 'subtle', color: 'gray' }}
            flex="none"
            size="sm"
            px="sm"
            leftSection={<Icon size={ICON.small} aria-hidden />}
          >
            {t(`tabs.${name}`)}
          </LinkButton>
        ))}
      </Group>
    </Box>
  );
}
