import { Badge, Flex, Group, Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hourOfDay } from '../../lib/calendar';

interface GreetingProps {
  account: Account;
  /** Marks beside the greeting. */
  children?: ReactNode;
}

/** Good day or good evening, by the hour where the account is. */
export function Greeting({ account, children }: GreetingProps) {
  const { t } = useTranslation();
  const hour = hourOfDay(new Date(), account.timezone);
  const evening = hour >= 18 || hour < 4;
  return (
    <Flex
      direction={{ base: 'column', sm: 'row' }}
      justify="space-between"
      align={{ base: 'flex-start', sm: 'center' }}
      gap="sm"
    >
      <Title order={1} size="h2">
        {t(evening ? 'overview.greetingEvening' : 'overview.greetingDay', { name: account.name })}
      </Title>
      <Group gap="xs" flex="none">
        {children}
        {account.demo && (
          <Badge variant="light" color="amber" size="lg">
            {t('overview.demo')}
          </Badge>
        )}
      </Group>
    </Flex>
  );
}
