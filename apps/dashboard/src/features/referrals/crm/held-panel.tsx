import { Divider, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel';
import { LIST } from '../../../ui/theme';
import { HeldRow } from './held-row';
import { heldQuery } from './held.query';

/** What looked suspicious when it came: the owner says whether it is a recommendation. */
export function HeldPanel() {
  const { t } = useTranslation('crm');
  const held = useQuery(heldQuery);
  return (
    <Panel
      title={t('held.title')}
      hint={t('held.hint')}
      query={held}
      height="var(--num-tile-height)"
      isEmpty={({ items }) => items.length === 0}
      emptyText={t('held.none')}
    >
      {({ items }) => (
        <Stack component="ul" gap="md" {...LIST}>
          {items.map((item, index) => (
            <Stack key={item.id} component="li" gap="md">
              {index > 0 && <Divider />}
              <HeldRow item={item} />
            </Stack>
          ))}
        </Stack>
      )}
    </Panel>
  );
}
