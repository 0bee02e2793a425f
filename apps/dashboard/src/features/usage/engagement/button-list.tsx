import { Stack } from '@mantine/core';
import type { UsageClicks } from '@num-ecard/contracts/usage';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { TargetIcon } from '../../../ui/target-icon';
import { LIST } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { ShareRow } from './share-row';

/** Every button, the most clicked first: in how many of the visits it was pressed. */
export function ButtonList({ clicks: { targets, previous } }: { clicks: UsageClicks }) {
  const { t } = useTranslation(['engagement', 'translation']);
  const [locale] = useLocale();
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
            name={targetName(target, locale)}
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
