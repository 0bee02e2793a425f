import '@mantine/core/styles/List.css';
import '@mantine/core/styles/Radio.css';
import { Anchor, Group, List, Radio, Select, Stack, Textarea } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyValue } from './copy-value';
import { SettingsSection } from './settings-section';

/** How a visitor, and the owner, are not counted; and what to write about it on a site of one's own. */
export function UncountedSection({ cards }: { cards: readonly CardSummary[] }) {
  const { t } = useTranslation(['settings', 'translation']);
  const [slug, setSlug] = useState(cards[0]?.slug);
  const [format, setFormat] = useState<'text' | 'markup'>('text');
  const card = cards.find((one) => one.slug === slug) ?? cards[0];
  const address = card && `${card.url}/privacy`;
  return (
    <SettingsSection name="uncounted">
      <Stack>
        <List spacing="xs" size="sm">
          <List.Item>{t('settings:uncounted.own')}</List.Item>
          {address !== undefined && (
            <List.Item>
              {t('settings:uncounted.visitors')}{' '}
              <Anchor href={address} target="_blank" underline="always" inherit>
                {address}
              </Anchor>
            </List.Item>
          )}
          <List.Item>{t('settings:uncounted.signals')}</List.Item>
        </List>
        {cards.length > 1 && (
          <Select
            label={t('settings:uncounted.card')}
            data={cards.map((one) => ({ value: one.slug, label: one.title }))}
            value={card?.slug ?? null}
            onChange={(chosen) => chosen !== null && setSlug(chosen)}
            allowDeselect={false}
            withScrollArea={false}
            styles={{ options: { maxHeight: 'var(--num-list-height)', overflowY: 'auto' } }}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        {address !== undefined && (
          <Stack gap="sm" align="flex-start">
            <Radio.Group
              label={t('settings:uncounted.format')}
              value={format}
              onChange={(chosen) => setFormat(chosen === 'markup' ? 'markup' : 'text')}
            >
              <Group mt="xs">
                <Radio value="text" label={t('settings:uncounted.plain')} />
                <Radio value="markup" label={t('settings:uncounted.html')} />
              </Group>
            </Radio.Group>
            <Textarea
              label={t('settings:uncounted.paste')}
              value={t(`settings:uncounted.${format}`, { address })}
              readOnly
              autosize
              minRows={4}
              w="100%"
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyValue value={t(`settings:uncounted.${format}`, { address })} />
          </Stack>
        )}
      </Stack>
    </SettingsSection>
  );
}
