import { Stack } from '@mantine/core';
import type { UsageClicks } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { targetName } from '../../../lib/target-name';
import { TargetIcon } from '../../../ui/target-icon';
import { LIST } from '../../../ui/theme';
import { ShareRow } from './share-row';

/** Every button, the most clicked first: in how many of the visits it was pressed. */
export function ButtonList({ clicks: { targets, previous } }: { clicks: UsageClicks }) {
  const { t } = useTranslation(['engagement', 'translation']);
  const { t: tShared } = useTranslation();
  const before = previous && new Map(previous.targets.map(({ target, clicks }) => [target, clicks]));
  return (
    <Stack component="ul" gap="lg" {...LIST}>
      {targets.map(({ target, clicks, visits, rate }) => {
        const pressed = t('engagement:buttons.clicks', { count: clicks });
        const within = t('engagement:visits', { count: visits });
        return (
          <ShareRow
            key={target}
            icon={<TargetIcon target={target} />}
            name={targetName(target, tShared)}
            share={rate}
            detail={
              clicks === 0 ? pressed : t('engagement:buttons.inVisits', { clicks: pressed, visits: within })
            }
            now={clicks}
            before={before && (before.get(target) ?? 0)}
          />
        );
      })}
    </Stack>
  );
}
