/** The form's elements: what is typed in them, and what is said beside them. */
import {
  errorSentences,
  FIELDS,
  type FieldError,
  type FieldName,
  type Typed,
} from '../../src/referral/page/form-errors.js';
import { locale } from './script-texts.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

export class Fields {
  private readonly summary: HTMLElement;

  constructor(private readonly form: HTMLFormElement) {
    this.summary = form.querySelector<HTMLElement>('.alert')!;
    this.summary.addEventListener('click', (event) => {
      const href = (event.target as Element).closest('a')?.hash;
      if (href === undefined) return;
      // The address stays: it is what keeps the form open.
      event.preventDefault();
      this.focus(this.form.querySelector<Field>(href));
    });
  }

  find(name: string): Field | null {
    return this.form.querySelector<Field>(`[name="${name}"]`);
  }

  nameOf(target: EventTarget | null): FieldName | null {
    const name = (target as Field | null)?.name ?? '';
    return FIELDS.find((field) => field === name) ?? null;
  }

  /** Everything that the form would send, hidden fields too. */
  typed(): Typed {
    // There is no field for files.
    return Object.fromEntries(new FormData(this.form)) as Record<string, string>;
  }

  /** Brings back what was typed, where nothing stands yet. */
  fill(typed: Typed): void {
    for (const name of FIELDS) {
      const field = this.find(name);
      const value = typed[name];
      if (field === null || !value) continue;
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
      else if (field.value === '') field.value = value;
    }
    this.unfold();
  }

  /** Empties what was said of the prospect; who recommends stays who they are. */
  clearProspect(): void {
    for (const name of FIELDS) {
      const field = this.find(name);
      if (field === null || name.startsWith('ambassador.')) continue;
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = false;
      else field.value = '';
    }
    this.showAll([]);
  }

  /** Says what is wrong with one field, or that nothing is any more. */
  showOne(name: FieldName, errors: readonly FieldError[]): void {
    const [first] = errorSentences(errors, this.typed(), locale);
    this.mark(name, first?.sentence ?? '');
  }

  isMarked(name: FieldName): boolean {
    return this.find(name)?.getAttribute('aria-invalid') === 'true';
  }

  /** Says all that is wrong, beside the fields and at the top, and goes to the first of them. */
  showAll(errors: readonly FieldError[]): void {
    const sentences = errorSentences(errors, this.typed(), locale);
    for (const name of FIELDS) this.mark(name, sentences.find(({ field }) => field === name)?.sentence ?? '');
    const lines = sentences.map(({ field, sentence }) => {
      const line = document.createElement('li');
      const target = field === null ? null : this.find(field);
      if (target === null) line.textContent = sentence;
      else {
        const link = document.createElement('a');
        link.href = `#${target.id}`;
        link.textContent = sentence;
        line.append(link);
      }
      return line;
    });
    this.summary.querySelector('ul')!.replaceChildren(...lines);
    this.summary.hidden = lines.length === 0;
    if (lines.length === 0) return;
    this.unfold();
    const first = sentences.map(({ field }) => field && this.find(field)).find(Boolean);
    if (first) this.focus(first);
    else this.summary.scrollIntoView({ block: 'center' });
  }

  private mark(name: FieldName, sentence: string): void {
    const field = this.find(name);
    if (field === null) return;
    if (sentence === '') field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
    document.getElementById(`${field.id}-bad`)!.textContent = sentence;
  }

  /** Opens the details where something stands in them. */
  private unfold(): void {
    const details = this.form.querySelector('details');
    if (
      details?.querySelector('[aria-invalid]') ||
      [...(details?.querySelectorAll<Field>('input,textarea') ?? [])].some(({ value }) => value !== '')
    )
      details!.open = true;
  }

  private focus(field: Field | null): void {
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  }
}
