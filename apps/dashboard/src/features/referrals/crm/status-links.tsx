import { Badge, Box, Group } from '@mantine/core';
import type { Recommendations } from '@num-ecard/contracts/referral';
import { type Status, STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { countText } from '@num-ecard/contracts/numbers';
import { LinkButton } from '../../../ui/router-link';
import { useLocale } from '../../../ui/use-locale';
import classes from './crm.module.css';
import { totalOf } from './listed';

interface StatusLinksProps {
  chosen: Status | undefined;
  /** Undefined while they are not known. */
  counts: Recommendations['counts'] | undefined;
}

/** All statuses and each, with how many prospects there are. */
export function StatusLinks({ chosen, counts }: StatusLinksProps) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const link = (status: Status | undefined, name: string, count: number | undefined) => (
    <LinkButton
      key={name}
      to="/referrals/prospects"
      search={(before) => ({ ...before, status })}
      resetScroll={false}
      // The router would mark each of them as the page that is open.
      activeProps={{}}
      aria-current={chosen === status ? 'true' : undefined}
      {...(chosen === status ? { variant: 'light' } : { variant: 'subtle', color: 'gray' })}
      flex="none"
      size="sm"
      px="sm"
      rightSection={
        count === undefined ? undefined : (
          <Badge variant="light" color="gray" size="sm">
            {countText(count, locale)}
          </Badge>
        )
      }
    >
      {name}
    </LinkButton>
  );
  return (
    <Box component="nav" aria-label={t('filters.status')} className={classes['strip']}>
      <Group gap="xs" wrap="nowrap">
        {link(undefined, t('filters.all'), counts && totalOf(counts))}
        {STATUSES.map((status) => link(status, statusName(status, locale), counts?.[status]))}
      </Group>
    </Box>
  );
}
