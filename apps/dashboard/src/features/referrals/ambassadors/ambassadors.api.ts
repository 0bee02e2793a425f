import { Ambassador, type NewAmbassador, type Thanks } from '@num-ecard/contracts/referral-ambassadors';
import { sendForJson, sendJson } from '../../../lib/http';

const ADDRESS = '/api/recommendations/ambassadors';

/** Throws a `RequestError`: 409 when an ambassador of this address or number is known, 400 when the number cannot be one. */
export function addAmbassador(wanted: NewAmbassador): Promise<Ambassador> {
  return sendForJson('POST', ADDRESS, wanted, Ambassador);
}

/** Throws a `RequestError`: 409 when no e-mail address of theirs is known. */
export function thankAmbassador(id: string, thanks: Thanks): Promise<Ambassador> {
  return sendForJson('POST', `${ADDRESS}/${id}/thanks`, thanks, Ambassador);
}

export function eraseAmbassador(id: string): Promise<void> {
  return sendJson('DELETE', `${ADDRESS}/${id}/personal-data`);
}
