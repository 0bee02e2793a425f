import { Button, DataList, Group, Stack, Text, Title } from '@mantine/core';
import type { Ambassador } from '@num-ecard/contracts/referral-ambassadors';
import { IconHeart, IconMail, IconPhone, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { countText, eurosText } from '@num-ecard/contracts/numbers';
import { ICON, WEIGHT } from '../../../ui/theme';
import { FigureLink } from '../figure-link';
import { PersonalLinks } from './personal-links';

interface AmbassadorDetailsProps {
  ambassador: Ambassador;
  /** When somebody was thanked, in words. */
  thanked(at: string): string;
  /** What was done last: its button has the focus again. */
  backFrom: 'thank' | 'erase' | undefined;
  onThank(): void;
  onErase(): void;
}

/** How to reach an ambassador, what they have brought, and their personal links. */
export function AmbassadorDetails({
  ambassador,
  thanked,
  backFrom,
  onThank,
  onErase,
}: AmbassadorDetailsProps) {
  const { t, i18n } = useTranslation('ambassadors');
  const { language } = i18n;
  const { id, name, email, phone, phoneDisplay, thankedAt, erasedAt, links } = ambassador;
  const figures = [
    ...(['received', 'contacted', 'converted'] as const).map((figure) => ({
      key: figure,
      of: figure,
      text: countText(ambassador[figure], language),
    })),
    { key: 'value', of: 'converted', text: eurosText(ambassador.valueCents, language) },
  ] as const;
  return (
    <Stack gap="lg">
      {erasedAt !== null && <Text>{t('erasedHint')}</Text>}
      {(phone ?? email) !== null && (
        <Group gap="xs">
          {phone !== null && (
            <Button
              component="a"
              href={`tel:${phone}`}
              variant="default"
              leftSection={<IconPhone size={ICON.small} aria-hidden />}
            >
              {phoneDisplay}
            </Button>
          )}
          {email !== null && (
            <Button
              component="a"
              href={`mailto:${email}`}
              variant="default"
              maw="100%"
              leftSection={<IconMail size={ICON.small} aria-hidden />}
            >
              {email}
            </Button>
          )}
        </Group>
      )}
      <Stack gap="xs">
        <Title order={3}>{t('figures.title')}</Title>
        <DataList withDivider>
          {figures.map(({ key, of, text }) => (
            <DataList.Item key={key}>
              <DataList.ItemLabel flex="1" c="var(--mantine-color-text)">
                {t(`figures.${key}`)}
              </DataList.ItemLabel>
              <DataList.ItemValue ta="end" fw={WEIGHT.bold}>
                <FigureLink figure={of} ambassador={id} label={`${t(`figures.${key}`)}, ${text}`}>
                  {text}
                </FigureLink>
              </DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      </Stack>
      {erasedAt === null && (
        <>
          <Stack gap="xs" align="flex-start">
            <Title order={3}>{t('thanks.title')}</Title>
            {thankedAt !== null && <Text size="sm">{thanked(thankedAt)}</Text>}
            {email === null ? (
              <Text size="sm" c="dimmed">
                {t('thanks.noAddress')}
              </Text>
            ) : (
              <Button
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of what was done
                autoFocus={backFrom === 'thank'}
                leftSection={<IconHeart size={ICON.small} aria-hidden />}
                onClick={onThank}
              >
                {t(thankedAt === null ? 'thanks.open' : 'thanks.again')}
              </Button>
            )}
          </Stack>
          <PersonalLinks name={name ?? ''} links={links} />
          <Button
            variant="subtle"
            color="red"
            w="fit-content"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of what was done
            autoFocus={backFrom === 'erase'}
            leftSection={<IconTrash size={ICON.small} aria-hidden />}
            onClick={onErase}
          >
            {t('erase.open')}
          </Button>
        </>
      )}
    </Stack>
  );
}
