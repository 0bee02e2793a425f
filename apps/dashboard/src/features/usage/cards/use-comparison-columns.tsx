import type { UsageCards } from '@num-ecard/contracts/usage';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { delta } from '@num-ecard/contracts/delta';
import { changeText, countText, durationText, shareText } from '@num-ecard/contracts/numbers';
import type { GridColumn } from './card-grid-column';
import { changeOrder, type ComparedCard } from './comparison';
import { SparkLine } from './spark-line';

type Figures = Omit<ComparedCard, 'card'>;

/** What is told of each card. The line needs two points, and the change something to compare with. */
export function useComparisonColumns(
  { interval, starts, previous }: UsageCards,
  together: Figures,
): GridColumn<ComparedCard>[] {
  const { t, i18n } = useTranslation(['cards', 'translation']);
  const { language } = i18n;
  const hasLine = starts.length > 1;
  const isCompared = previous !== undefined;
  return useMemo(() => {
    const count = (key: 'views' | 'visitors' | 'clicks'): GridColumn<ComparedCard> => ({
      key,
      label: t(`cards:column.${key}`),
      value: (row) => row[key],
      cell: (row) => countText(row[key], language),
      total: countText(together[key], language),
    });
    const line = ({ series }: Figures) => (
      <SparkLine
        series={series}
        label={t(`cards:spark.${interval}`, {
          least: countText(Math.min(...series), language),
          most: countText(Math.max(...series), language),
        })}
      />
    );
    // A badge for each of hundreds of cards would be loud, and slow.
    const change = ({ views, before }: Figures) => {
      if (before === null) return null;
      const found = delta(views, before);
      if (found.kind === 'none') return '—';
      if (found.kind === 'new') return <span data-change="up">{t('translation:delta.new')}</span>;
      return <span data-change={found.kind}>{changeText(found.change, language)}</span>;
    };
    // By the line: how much of the period's visits came in its second half.
    const rise = ({ views, series }: ComparedCard) =>
      views === 0
        ? null
        : series.slice(Math.floor(series.length / 2)).reduce((sum, value) => sum + value, 0) / views;
    const lines: GridColumn<ComparedCard> = {
      key: 'trend',
      label: t('cards:column.trend'),
      width: 1.4,
      value: rise,
      cell: line,
      total: line(together),
    };
    const changes: GridColumn<ComparedCard> = {
      key: 'change',
      label: t('cards:column.change'),
      width: 1.3,
      value: changeOrder,
      cell: change,
      total: change(together),
    };
    return [
      count('views'),
      ...(isCompared ? [changes] : []),
      ...(hasLine ? [lines] : []),
      count('visitors'),
      count('clicks'),
      {
        key: 'share',
        label: t('cards:column.share'),
        value: (row) => row.clickShare,
        cell: (row) => shareText(row.clickShare, language),
        total: shareText(together.clickShare, language),
      },
      {
        key: 'engaged',
        label: t('cards:column.engaged'),
        width: 1.1,
        value: (row) => row.engagedMs,
        cell: (row) => durationText(row.engagedMs, language),
        total: durationText(together.engagedMs, language),
      },
    ];
  }, [t, language, interval, hasLine, isCompared, together]);
}
