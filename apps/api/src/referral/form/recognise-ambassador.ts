import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ValidationFailed } from '../../http/problem-error.js';
import { searchable } from '../rules/search-text.js';
import { Ambassador } from '../store/ambassador.entity.js';
import { Recommendation } from '../store/recommendation.entity.js';
import { saveSearchTexts } from '../store/save-search-texts.js';
import type { Person } from './read-people.js';

/**
 * The ambassador with this address or number, completed with what was not known of them, or a new one; never known by name alone.
 * @throws {ValidationFailed} when nobody is typed: whoever comes by a personal link that is not valid any more
 */
export async function recogniseAmbassador(
  manager: EntityManager,
  accountId: string,
  typed: Person | null,
  now: Date,
): Promise<Ambassador> {
  if (typed === null)
    throw new ValidationFailed([
      { path: 'ambassador', message: 'must be given: the personal link is not valid' },
    ]);
  const { name, email, phone } = typed;
  const byEmail = email === null ? null : await manager.findOneBy(Ambassador, { accountId, email });
  const byPhone = phone === null ? null : await manager.findOneBy(Ambassador, { accountId, phone });
  const known = byEmail ?? byPhone;
  if (known === null) {
    const ambassador = manager.create(Ambassador, {
      accountId,
      id: randomUUID(),
      name,
      email,
      phone,
      createdAt: now,
    });
    await manager.insert(Ambassador, ambassador);
    return ambassador;
  }
  await complete(manager, known, {
    name,
    email: byEmail === null ? email : null,
    phone: byPhone === null ? phone : null,
  });
  return known;
}

/**
 * Adds what was not known of an ambassador; what is somebody else's stays theirs. Under another name nothing is added: thanks, with
 * the way to their own page, go to the address that is known, and anybody can type anybody's number.
 */
async function complete(
  manager: EntityManager,
  known: Ambassador,
  { name, email, phone }: Person,
): Promise<void> {
  if (known.name === null || searchable(known.name) !== searchable(name)) return;
  const added = {
    ...(known.email === null && email !== null ? { email } : {}),
    ...(known.phone === null && phone !== null ? { phone } : {}),
  };
  if (Object.keys(added).length === 0) return;
  const { accountId, id } = Object.assign(known, added);
  await manager.update(Ambassador, { accountId, id }, added);
  await saveSearchTexts(
    manager,
    await manager.find(Recommendation, { where: { accountId, ambassadorId: id }, order: { id: 'ASC' } }),
    known,
  );
}
