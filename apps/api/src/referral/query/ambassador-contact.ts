/** Who an ambassador is, and how they are reached. */
export interface AmbassadorContactRow {
  readonly id: string;
  /** Null once erased. */
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly thankedAt: Date | null;
}

/** Of `ambassadors a`. */
export const AMBASSADOR_CONTACT = `a.ambassador_id AS "id", a.name, a.email, a.phone, a.thanked_at AS "thankedAt"`;
