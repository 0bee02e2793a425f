import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import { MOVES, STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/use-locale';
import { usePersonName } from './use-person-name';

/** What is said aloud of dragging: how it is done, where the card may go, over which column it is, where it was dropped. */
export function useDragWords(find: (id: UniqueIdentifier) => Recommendation | undefined) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const nameOf = usePersonName();
  const person = (id: UniqueIdentifier) => {
    const item = find(id);
    return item === undefined ? '' : nameOf.prospect(item.prospect);
  };
  const column = (id: UniqueIdentifier | undefined) => {
    const status = STATUSES.find((known) => known === id);
    return status === undefined ? '' : statusName(status, locale);
  };
  const columnsFor = (id: UniqueIdentifier) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(
      (MOVES[find(id)?.status ?? 'new'] ?? []).map((status) => statusName(status, locale)),
    );
  // Over its own column the same again: whoever has just lifted it is still to hear where it may go.
  const lifted = (id: UniqueIdentifier) => t('drag.start', { name: person(id), columns: columnsFor(id) });
  const announcements: Announcements = {
    onDragStart: ({ active: { id } }) => lifted(id),
    onDragOver: ({ active: { id }, over }) =>
      over === null || over.id === find(id)?.status
        ? lifted(id)
        : t('drag.over', { name: person(id), column: column(over.id) }),
    onDragEnd: ({ active: { id }, over }) =>
      over === null || over.id === find(id)?.status
        ? t('drag.back', { name: person(id) })
        : t('drag.end', { name: person(id), column: column(over.id) }),
    onDragCancel: ({ active: { id } }) => t('drag.back', { name: person(id) }),
  };
  return { announcements, screenReaderInstructions: { draggable: t('drag.how') } };
}
