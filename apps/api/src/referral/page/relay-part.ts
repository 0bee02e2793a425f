/** The consent relay as it stands on a page. */
import type { Locale } from '@num-ecard/contracts/locale';
import { icon } from '../../cards/page/icons.js';
import { markup, type Markup } from '../../cards/page/markup.js';
import { RELAY_TEXTS, type Relay, relayMessage, relayWays } from './relay.js';

/** The ways out. `contact`: of the prospect as typed, on the page that answers whoever typed it; nowhere else. */
export function relayLinks(
  relay: Relay,
  locale: Locale,
  contact?: { phone?: string | undefined; email?: string | undefined },
): Markup {
  const texts = RELAY_TEXTS[locale];
  const ways = relayWays(relayMessage(relay, locale), texts.subject(relay.holder), contact);
  return markup`<ul class="ways">
<li><a class="first" href="${ways.sms}">${icon('sms')}${texts.sms}</a></li>
<li><a href="${ways.whatsapp}" target="_blank" rel="noopener noreferrer">${icon('whatsapp')}${texts.whatsapp}</a></li>
<li><a href="${ways.email}">${icon('email')}${texts.email}</a></li>
</ul>`;
}
