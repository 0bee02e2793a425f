import { Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { useTranslation } from 'react-i18next';
import { hourOfDay } from '@num-ecard/contracts/calendar';

/** Good day or good evening, by the hour where the account is. */
export function Greeting({ account }: { account: Account }) {
  const { t } = useTranslation();
  const hour = hourOfDay(new Date(), account.timezone);
  const evening = hour >= 18 || hour < 4;
  return (
    <Title order={1} size="h2">
      {t(evening ? 'overview.greetingEvening' : 'overview.greetingDay', { name: account.name })}
    </Title>
  );
}
