import { type CardChange, CardDetail, type TypedProfile } from '@num-ecard/contracts/card-editing';
import type { CardSummary } from '@num-ecard/contracts/cards';
import type { Locale } from '@num-ecard/contracts/locale';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { askForText, getJson, sendForJson } from '../../lib/http';

const path = ({ id }: Pick<CardSummary, 'id'>) => `/api/cards/${id}`;

/** The card as it is saved: asked for anew whenever the editor opens, and not behind the back of one who types. */
export function cardQuery(card: CardSummary) {
  return queryOptions({
    queryKey: ['card', card.id],
    queryFn: ({ signal }) => getJson(path(card), CardDetail, { signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Throws `RequestError`: 409 when the card has changed since the change's revision. */
export function saveCard(card: CardDetail, change: CardChange): Promise<CardDetail> {
  return sendForJson('PATCH', path(card), change, CardDetail);
}

/** What the editor would save, as far as it could be. */
export interface Draft {
  profile: TypedProfile;
  /** Absent: the card's own. */
  photo?: string | null;
}

/** The card's page as it would be, as HTML; until it comes, the one before. */
export function previewQuery(card: CardSummary, draft: Draft, locale: Locale) {
  return queryOptions({
    queryKey: ['card-preview', card.id, locale, draft],
    queryFn: ({ signal }) => askForText(`${path(card)}/preview`, { ...draft, locale }, { signal }),
    placeholderData: keepPreviousData,
    meta: { saysSignedOut: true },
    // A photo is part of every key.
    gcTime: 60_000,
  });
}
