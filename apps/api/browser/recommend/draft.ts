/**
 * What was typed, until it is sent: on the ambassador's own device and for as long as the tab is open. Where the browser keeps nothing,
 * the page itself still does.
 */
import type { Typed } from '../../src/referral/page/form-errors.js';

export interface Draft {
  readonly typed: Typed;
  /** It was on its way when the connection broke: the key under which it goes out again. */
  readonly pendingKey: string | null;
}

export class Drafts {
  private readonly name: string;

  constructor(card: string) {
    this.name = `num-ecard-recommend:${card}`;
  }

  read(): Draft | null {
    try {
      const kept = sessionStorage.getItem(this.name);
      return kept === null ? null : (JSON.parse(kept) as Draft);
    } catch {
      return null;
    }
  }

  keep(draft: Draft): void {
    try {
      sessionStorage.setItem(this.name, JSON.stringify(draft));
    } catch {
      // Refused or full: see above.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.name);
    } catch {
      // There is nothing to forget.
    }
  }
}
