import { createHmac } from 'node:crypto';

/**
 * What an objection is remembered by: keyed hashes of a person's number and address, for one account. They tell whether the same person
 * is recommended again, and nothing else.
 */
export function objectionKeys(
  secretKey: string,
  accountId: string,
  { phone, email }: { phone: string | null; email: string | null },
): Buffer[] {
  return [phone, email]
    .filter((contact) => contact !== null)
    .map((contact) => createHmac('sha256', secretKey).update(`objection ${accountId} ${contact}`).digest());
}
