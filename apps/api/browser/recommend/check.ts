/** What of a form is wrong before it is sent: the same that the server would find, as far as can be known here. */
import type { FieldError, FieldName, Typed } from '../../src/referral/page/form-errors.js';
import { mayBeNumber } from './phone.js';

const valueOf = (typed: Typed, name: FieldName): string => (typed[name] ?? '').trim();

/** Whether something stands in the field that cannot be. */
function isWrong(name: FieldName, value: string): boolean {
  if (value === '') return false;
  if (name.endsWith('.phone')) return !mayBeNumber(value);
  if (name.endsWith('.email')) return !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value);
  return false;
}

/**
 * One field, as it is left: that one of telephone and e-mail is missing is not known until both have been passed.
 */
export function fieldErrors(name: FieldName, typed: Typed): FieldError[] {
  const value = valueOf(typed, name);
  const missing = name.endsWith('.name') && value === '';
  return missing || isWrong(name, value) ? [{ path: name, message: '' }] : [];
}

/** The whole form. `known`: who recommends need not say who they are. */
export function formErrors(typed: Typed, known: boolean): FieldError[] {
  const people = known ? (['prospect'] as const) : (['ambassador', 'prospect'] as const);
  const paths: FieldName[] = [];
  for (const person of people) {
    const [name, phone, email] = [`${person}.name`, `${person}.phone`, `${person}.email`] as const;
    paths.push(...[name, phone, email].filter((field) => fieldErrors(field, typed).length > 0));
    if (valueOf(typed, phone) === '' && valueOf(typed, email) === '') paths.push(phone);
  }
  if (typed['declaration'] !== 'true') paths.push('declaration');
  return paths.map((path) => ({ path, message: '' }));
}
