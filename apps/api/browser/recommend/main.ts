/** "Recommander un ami" where there is JavaScript: errors in words as one types, and a form that survives a lost connection. */
import { fieldErrors, formErrors } from './check.js';
import { Drafts } from './draft.js';
import { Fields } from './fields.js';
import { formatNumber } from './phone.js';
import { prove } from './proof.js';
import { texts } from './script-texts.js';
import { type Answer, newKey, send } from './send.js';
import { forgetSent, keepSent, readSent, type SentForm } from './sent.js';
import { thanks } from './thanks.js';

const FIRST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 60_000;

class RecommendForm {
  private readonly fields: Fields;
  private readonly drafts: Drafts;
  private readonly said: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly label: string;
  private key: string;
  private sending = false;
  /** Waiting for the line to come back. */
  private retry: ReturnType<typeof setTimeout> | null = null;
  private pause = FIRST_PAUSE_MS;

  constructor(private readonly form: HTMLFormElement) {
    this.fields = new Fields(form);
    this.drafts = new Drafts(form.dataset['card']!);
    this.said = form.querySelector<HTMLElement>('.said')!;
    this.button = form.querySelector<HTMLButtonElement>('button[type="submit"]')!;
    this.label = this.button.textContent;
    this.key = this.fields.find('idempotencyKey')!.value;
  }

  start(): void {
    // The browser's own bubbles say less, one at a time.
    this.form.noValidate = true;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.form.addEventListener('input', (event) => this.typing(event));
    this.form.addEventListener('focusout', ({ target }) => this.leaving(target));
    addEventListener('online', () => {
      if (this.retry !== null) void this.go();
    });
    const sent = readSent();
    if (sent !== null) {
      this.fields.fill(sent.typed);
      this.received(sent);
      return;
    }
    const draft = this.drafts.read();
    if (draft === null) return;
    this.fields.fill(draft.typed);
    if (draft.pendingKey === null) return;
    this.key = draft.pendingKey;
    void this.go();
  }

  private typing(event: Event): void {
    const field = event.target as HTMLInputElement;
    const name = this.fields.nameOf(field);
    // Only at the end: a caret in the middle of a number would jump.
    const deletes = (event as InputEvent).inputType?.startsWith('delete') ?? false;
    if (field.type === 'tel' && !deletes && field.selectionStart === field.value.length)
      field.value = formatNumber(field.value);
    if (name !== null && this.fields.isMarked(name)) {
      const left = formErrors(this.fields.typed(), this.isKnown()).filter(({ path }) => path === name);
      this.fields.showOne(name, left);
    }
    this.keep(null);
  }

  private leaving(target: EventTarget | null): void {
    const name = this.fields.nameOf(target);
    if (name === null || this.form.hidden) return;
    const field = target as HTMLInputElement;
    if (field.type === 'tel') field.value = formatNumber(field.value);
    const errors = fieldErrors(name, this.fields.typed());
    // What is only missing is said when it is sent, unless it is known to be.
    if (errors.length > 0 && (field.value.trim() !== '' || this.fields.isMarked(name)))
      this.fields.showOne(name, errors);
  }

  private async submit(): Promise<void> {
    const errors = formErrors(this.fields.typed(), this.isKnown());
    this.fields.showAll(errors);
    if (errors.length === 0) await this.go();
  }

  private async go(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.stopWaiting();
    this.button.disabled = true;
    this.button.textContent = texts.sending;
    const typed = this.fields.typed();
    // From here on it may have arrived, whatever becomes of the answer.
    this.keep(this.key);
    const answer = await send(this.form.action, typed, this.key);
    this.sending = false;
    this.button.disabled = false;
    this.button.textContent = answer.kind === 'offline' ? texts.retry : this.label;
    this.take(answer, typed);
  }

  private take(answer: Answer, typed: ReturnType<Fields['typed']>): void {
    if (answer.kind !== 'offline') this.pause = FIRST_PAUSE_MS;
    switch (answer.kind) {
      case 'received':
        this.say('');
        this.drafts.forget();
        this.key = newKey();
        keepSent({ receipt: answer.receipt, typed });
        this.received({ receipt: answer.receipt, typed });
        break;
      case 'refused':
        this.keep(null);
        this.say('');
        this.fields.showAll(answer.errors);
        break;
      case 'offline':
        this.say(texts.offline, 'wait');
        // A device does not always notice that its line is back.
        this.retry = setTimeout(() => void this.go(), this.pause);
        this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MS);
        break;
      case 'too-many':
        this.keep(null);
        this.say(texts.tooMany(answer.minutes));
        break;
      case 'unavailable':
        this.say(texts.unavailable);
        break;
      case 'closed':
        this.keep(null);
        this.say(texts.closed);
        break;
    }
  }

  private received({ receipt, typed }: SentForm): void {
    if (receipt.proofUrl !== undefined) void prove(receipt.proofUrl);
    const around = [...this.form.parentElement!.children].filter(
      (other) => !other.classList.contains('back'),
    );
    const show = (sent: boolean) => {
      for (const other of around) (other as HTMLElement).hidden = sent;
    };
    const known = this.form.querySelector('.as b')?.textContent ?? null;
    const ambassador = typed['ambassador.name'] ?? known;
    const holder = this.form.dataset['holder']!;
    const page = thanks({ receipt, typed, ambassador, holder }, () => {
      page.remove();
      show(false);
      forgetSent();
      this.fields.clearProspect();
      this.fields.find('prospect.name')?.focus();
    });
    show(true);
    this.form.after(page);
    page.querySelector('h1')!.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  private isKnown(): boolean {
    return this.fields.find('via') !== null;
  }

  private keep(pendingKey: string | null): void {
    this.drafts.keep({ typed: this.fields.typed(), pendingKey: this.retry === null ? pendingKey : this.key });
  }

  private say(text: string, look = ''): void {
    this.said.className = `said ${look}`;
    this.said.textContent = text;
  }

  private stopWaiting(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
  }
}

const form = document.querySelector<HTMLFormElement>('.rec form[data-card]');
if (form !== null) new RecommendForm(form).start();
