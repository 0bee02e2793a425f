import { NamedLink, type NewNamedLink } from '@num-ecard/contracts/usage';
import { sendForJson, sendJson } from '../../../lib/http';

/** Throws a `RequestError`: 409 when the card has a link of that name, or as many as it may have. */
export function createNamedLink(cardId: string, link: NewNamedLink): Promise<NamedLink> {
  return sendForJson('POST', `/api/cards/${cardId}/links`, link, NamedLink);
}

export function deleteNamedLink(cardId: string, code: string): Promise<void> {
  return sendJson('DELETE', `/api/cards/${cardId}/links/${encodeURIComponent(code)}`);
}
