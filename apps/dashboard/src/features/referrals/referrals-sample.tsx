import { Badge, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WEIGHT } from '../../ui/theme';

// Made-up people. The numbers are of those set aside for fiction (Arcep decision 2018-0881).
const REFERRALS = [
  {
    prospect: 'Sophie Dubois',
    phone: '06 39 98 12 34',
    ambassador: 'Marc Petit',
    status: 'converted',
    color: 'teal',
  },
  {
    prospect: 'Karim Benali',
    phone: '06 39 98 45 02',
    ambassador: 'Marc Petit',
    status: 'appointment',
    color: 'ink',
  },
  {
    prospect: 'Lucie Martin',
    phone: '06 39 98 77 61',
    ambassador: 'Claire Moreau',
    status: 'contacted',
    color: 'ink',
  },
  {
    prospect: 'Hugo Lefèvre',
    phone: '06 39 98 20 18',
    ambassador: 'Claire Moreau',
    status: 'new',
    color: 'amber',
  },
  {
    prospect: 'Inès Garnier',
    phone: '06 39 98 63 90',
    ambassador: 'Paul Roussel',
    status: 'new',
    color: 'amber',
  },
] as const;

/** Referrals with made-up people. */
export function ReferralsSample() {
  const { t } = useTranslation('referrals');
  return (
    <Stack gap="lg">
      <Paper p={{ base: 'md', sm: 'lg' }}>
        <Text fz="sentence" lh="sentence" fw={WEIGHT.medium}>
          {t('sample.month')}
        </Text>
      </Paper>
      <Paper p={{ base: 'md', sm: 'lg' }}>
        <Stack gap="md">
          <Title order={2}>{t('sample.latest')}</Title>
          <Table.ScrollContainer minWidth={0}>
            <Table verticalSpacing="sm">
              <Table.Tbody>
                {REFERRALS.map(({ prospect, phone, ambassador, status, color }) => (
                  <Table.Tr key={phone}>
                    <Table.Td>
                      <Text fw={WEIGHT.medium}>{prospect}</Text>
                      <Text size="sm" c="dimmed">
                        {phone}
                      </Text>
                    </Table.Td>
                    <Table.Td visibleFrom="sm">{t('sample.by', { name: ambassador })}</Table.Td>
                    <Table.Td ta="right">
                      <Badge variant="light" color={color}>
                        {t(`status.${status}`)}
                      </Badge>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Stack>
      </Paper>
    </Stack>
  );
}
