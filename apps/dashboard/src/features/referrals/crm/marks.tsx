import { Badge, Group, Text } from '@mantine/core';
import type { Consent, LostReason, Status } from '@num-ecard/contracts/referral-vocabulary';
import { consentName, lostReasonName, statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { eurosText } from '@num-ecard/contracts/numbers';
import { ICON } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { CONSENT_LOOKS, STATUS_COLORS } from './looks';

interface StatusMarkProps {
  of: { readonly status: Status; readonly lostReason: LostReason | null; readonly valueCents: number | null };
}

/** Where a prospect stands; of one converted what it brought, of one lost why. */
export function StatusMark({ of: { status, lostReason, valueCents } }: StatusMarkProps) {
  const [locale] = useLocale();
  const more =
    status === 'lost' && lostReason !== null
      ? lostReasonName(lostReason, locale)
      : status === 'converted' && valueCents !== null
        ? eurosText(valueCents, locale)
        : undefined;
  return (
    <Badge variant="light" color={STATUS_COLORS[status]} maw="100%">
      {[statusName(status, locale), more].filter(Boolean).join(' · ')}
    </Badge>
  );
}

/** What the prospect has agreed to. */
export function ConsentMark({ consent }: { consent: Consent }) {
  const [locale] = useLocale();
  const { color, Icon } = CONSENT_LOOKS[consent];
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" c={`var(--num-consent-${color})`}>
      <Icon size={ICON.small} aria-hidden style={{ flex: 'none', marginTop: 'var(--num-line-offset)' }} />
      <Text size="sm" c="var(--mantine-color-text)">
        {consentName(consent, locale)}
      </Text>
    </Group>
  );
}
