import {
  type NewNote,
  type NewReminder,
  RecommendationRecord,
  type ReminderChange,
  type Review,
  type StatusCorrection,
  type StatusMove,
} from '@num-ecard/contracts/referral';
import { sendForJson, sendJson } from '../../../lib/http';

const path = (id: string, ...rest: string[]) =>
  ['/api/recommendations', ...[id, ...rest].map(encodeURIComponent)].join('/');

/** `POST /api/recommendations/:id/status`. Refused as `stale` when the status is not the expected one by now. */
export function moveRecommendation(id: string, move: StatusMove): Promise<RecommendationRecord> {
  return sendForJson('POST', path(id, 'status'), move, RecommendationRecord);
}

/** `POST /api/recommendations/:id/corrections` */
export function correctRecommendation(
  id: string,
  correction: StatusCorrection,
): Promise<RecommendationRecord> {
  return sendForJson('POST', path(id, 'corrections'), correction, RecommendationRecord);
}

/** `POST /api/recommendations/:id/notes` */
export function addNote(id: string, note: NewNote): Promise<RecommendationRecord> {
  return sendForJson('POST', path(id, 'notes'), note, RecommendationRecord);
}

/** `POST /api/recommendations/:id/reminders` */
export function addReminder(id: string, reminder: NewReminder): Promise<RecommendationRecord> {
  return sendForJson('POST', path(id, 'reminders'), reminder, RecommendationRecord);
}

/** `POST /api/recommendations/:id/reminders/:reminder` */
export function changeReminder(
  id: string,
  reminder: string,
  change: ReminderChange,
): Promise<RecommendationRecord> {
  return sendForJson('POST', path(id, 'reminders', reminder), change, RecommendationRecord);
}

/** `DELETE /api/recommendations/:id/reminders/:reminder` */
export function deleteReminder(id: string, reminder: string): Promise<RecommendationRecord> {
  return sendForJson('DELETE', path(id, 'reminders', reminder), undefined, RecommendationRecord);
}

/** `POST /api/recommendations/:id/review` */
export function reviewRecommendation(id: string, review: Review): Promise<void> {
  return sendJson('POST', path(id, 'review'), review);
}

/** `DELETE /api/recommendations/:id/personal-data` */
export function eraseProspect(id: string): Promise<RecommendationRecord> {
  return sendForJson('DELETE', path(id, 'personal-data'), undefined, RecommendationRecord);
}
