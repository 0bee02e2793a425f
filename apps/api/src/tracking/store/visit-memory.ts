import { lru } from 'tiny-lru';
import type { Visit } from './visit.js';

/** About 1 KB each. */
const VISITS_AT_MOST = 20_000;
const VISITORS_AT_MOST = 50_000;

/**
 * The visits that this process stored last, and the visitors it met, so that the next click of a visit need not ask the
 * database. It may be wrong when another instance was faster: the database then refuses what was built on it.
 */
export class VisitMemory {
  private readonly visits = lru<Visit>(VISITS_AT_MOST);
  private readonly visitors = lru<true>(VISITORS_AT_MOST);

  /** @param key as `visitKey` has it */
  visit(key: string): Visit | undefined {
    return this.visits.get(key);
  }

  hasMet(visitor: string): boolean {
    return this.visitors.get(visitor) === true;
  }

  /** To be told only of what is committed. */
  keep(visits: ReadonlyMap<string, Visit>, visitors: readonly string[]): void {
    for (const [key, visit] of visits) this.visits.set(key, visit);
    for (const visitor of visitors) this.visitors.set(visitor, true);
  }

  forget(visits: readonly string[]): void {
    for (const key of visits) this.visits.delete(key);
  }
}
