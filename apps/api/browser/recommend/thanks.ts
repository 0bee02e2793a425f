/** What stands in the form's place once it is sent: thanks, and the message that asks the prospect for their consent. */
import type { RecommendationReceipt } from '@num-ecard/contracts/referral-form';
import type { Typed } from '../../src/referral/page/form-errors.js';
import { calledName, shownName } from '../../src/referral/page/people.js';
import { RELAY_TEXTS, relayMessage, relayWays, THANKS_TEXTS } from '../../src/referral/page/relay.js';
import { locale } from './script-texts.js';

type Tag = keyof HTMLElementTagNameMap;

function element<Name extends Tag>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Where the browser has no clipboard for this page, the old command; false where that is refused too. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element('textarea', { readonly: '' });
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}

function ways(message: string, subject: string, typed: Typed, said: HTMLElement): HTMLElement {
  const texts = RELAY_TEXTS[locale];
  const to = relayWays(message, subject, { phone: typed['prospect.phone'], email: typed['prospect.email'] });
  const item = (child: Node) => element('li', {}, child);
  const button = (label: string, press: () => void) => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', press);
    return item(made);
  };
  const list = element(
    'ul',
    { class: 'ways' },
    item(element('a', { class: 'first', href: to.sms }, texts.sms)),
    item(element('a', { href: to.whatsapp, target: '_blank', rel: 'noopener noreferrer' }, texts.whatsapp)),
    item(element('a', { href: to.email }, texts.email)),
  );
  if ('share' in navigator) {
    // The visitor closing the sheet is no failure.
    list.append(button(texts.share, () => void navigator.share({ text: message }).catch(() => {})));
  }
  list.append(
    button(texts.copy, () => {
      void copy(message).then((copied) => (said.textContent = copied ? texts.copied : texts.copyByHand));
    }),
  );
  return list;
}

export interface Sent {
  readonly receipt: RecommendationReceipt;
  readonly typed: Typed;
  /** Typed, or known by the personal link. */
  readonly ambassador: string | null;
  readonly holder: string;
}

/** @param another shows the form again */
export function thanks({ receipt, typed, ambassador, holder }: Sent, another: () => void): HTMLElement {
  const texts = THANKS_TEXTS[locale];
  const prospect = typed['prospect.name'] ?? '';
  const called = calledName(prospect);
  const message = relayMessage({ prospect, ambassador, holder, consentUrl: receipt.consentUrl }, locale);
  const said = element('p', { class: 'hint', role: 'status' });
  const again = element('button', { type: 'button', class: 'text plain' }, texts.another);
  again.addEventListener('click', another);
  return element(
    'div',
    { class: 'thanks' },
    element('h1', { tabindex: '-1' }, texts.thanks(ambassador === null ? null : calledName(ambassador))),
    element('p', {}, texts.arrived(shownName(prospect), holder)),
    element('p', { class: 'hint' }, texts.reference(receipt.reference)),
    element('h2', {}, texts.consent(called)),
    element('p', {}, texts.consentWhy(called)),
    element('p', { class: 'message' }, message),
    ways(message, RELAY_TEXTS[locale].subject(holder), typed, said),
    said,
    element(
      'p',
      { class: 'after' },
      again,
      element('a', { class: 'text', href: receipt.statusUrl }, texts.follow),
    ),
  );
}
