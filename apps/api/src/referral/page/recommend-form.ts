/** "Recommander un ami": the form of a card, on its page and by itself. */
import type { Locale } from '@num-ecard/contracts/locale';
import { MAX_MESSAGE } from '@num-ecard/contracts/referral-form';
import { cardPaths, type CardView } from '../../cards/page/card-view.js';
import { renderDocument } from '../../cards/page/document.js';
import { link } from '../../cards/page/href.js';
import { icon } from '../../cards/page/icons.js';
import { markup, type Fragment, type Markup } from '../../cards/page/markup.js';
import { UNCONSENTED_DAYS } from '../rules/retention.js';
import {
  errorSentences,
  type FieldError,
  type FieldName,
  type FieldSentence,
  type Typed,
} from './form-errors.js';
import { FORM_TEXTS, type FormTexts } from './form-texts.js';
import { holderName, shownName } from './people.js';
import { recommendScripts, recommendStyles } from './recommend-assets.js';

export interface RecommendFormOptions {
  readonly locale: Locale;
  /** The signed moment of opening. */
  readonly opened: string;
  /** A new one for each form that is opened; the same again with what was typed. */
  readonly idempotencyKey: string;
  /** Who came by their personal link. */
  readonly ambassador?: { readonly name: string; readonly token: string } | undefined;
  readonly typed?: Typed | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** For which the data of somebody who has not agreed is kept. */
  readonly daysKept?: number | undefined;
}

interface FieldLook {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'email';
  readonly max: number;
  readonly autocomplete?: string;
  readonly capitalise?: 'words';
  readonly required?: boolean;
  readonly last?: boolean;
}

const idOf = (name: FieldName): string => `r-${name.replace('.', '-')}`;

/** One form as it is being drawn. */
class Drawing {
  constructor(
    private readonly typed: Typed,
    private readonly sentences: readonly FieldSentence[],
    private readonly texts: FormTexts,
  ) {}

  private sentenceOf(name: FieldName): string | undefined {
    return this.sentences.find(({ field }) => field === name)?.sentence;
  }

  /** Its place is there before there is an error, for the script to fill. */
  private errorLine(name: FieldName): Markup {
    return markup`<span class="bad" id="${idOf(name)}-bad">${this.sentenceOf(name)}</span>`;
  }

  private states(name: FieldName): Markup {
    const bad = this.sentenceOf(name) !== undefined;
    return markup`id="${idOf(name)}" name="${name}" aria-describedby="${idOf(name)}-bad"${bad && markup` aria-invalid="true"`}`;
  }

  input(name: FieldName, look: FieldLook): Markup {
    const { label, hint, type = 'text', max, autocomplete = 'off', required, last } = look;
    // A number's "type" gives the keyboard; text keeps the first letter of a name as it is typed.
    const more = [
      required && markup` required`,
      look.capitalise && markup` autocapitalize="${look.capitalise}"`,
      type === 'email' && markup` inputmode="email"`,
      hint && markup` placeholder="${hint}"`,
    ];
    return markup`<label class="field"><span>${label}</span><input ${this.states(name)} type="${type}" maxlength="${max}" autocomplete="${autocomplete}" enterkeyhint="${last ? 'done' : 'next'}" value="${this.typed[name]}"${more}>${this.errorLine(name)}</label>`;
  }

  area(name: FieldName, label: string, max: number): Markup {
    // A newline right after the tag would be dropped.
    return markup`<label class="field"><span>${label}</span><textarea ${this.states(name)} rows="3" maxlength="${max}" autocomplete="off">
${this.typed[name]}</textarea>${this.errorLine(name)}</label>`;
  }

  declaration(label: string): Markup {
    const checked = this.typed['declaration'] === 'true';
    return markup`<label class="declare"><input ${this.states('declaration')} type="checkbox" value="true" required${checked && markup` checked`}><span>${label}${this.errorLine('declaration')}</span></label>`;
  }

  summary(): Markup {
    const lines = this.sentences.map(({ field, sentence }) =>
      field === null
        ? markup`<li>${sentence}</li>`
        : markup`<li><a href="#${idOf(field)}">${sentence}</a></li>`,
    );
    return markup`<div class="alert" role="alert"${lines.length === 0 && markup` hidden`}><p>${this.texts.wrong}</p><ul>${lines}</ul></div>`;
  }
}

function hidden(name: string, value: string): Markup {
  // Without autocomplete="off" a browser that reloads the page would bring back the old values.
  return markup`<input type="hidden" name="${name}" value="${value}" autocomplete="off">`;
}

/** People neither see it nor hear of it; programs that keep passwords and addresses are told to leave it. */
function trap(texts: FormTexts): Markup {
  return markup`<div class="trap" aria-hidden="true"><label>${texts.leaveEmpty} <input type="text" name="objet" tabindex="-1" autocomplete="off" data-1p-ignore data-lpignore="true" data-bwignore data-form-type="other"></label></div>`;
}

function you(draw: Drawing, card: CardView, options: RecommendFormOptions, texts: FormTexts): Markup {
  const { ambassador } = options;
  if (ambassador !== undefined) {
    return markup`<p class="as">${texts.as} <b>${shownName(ambassador.name)}</b> ${link('referral', `${cardPaths(card).card}#recommander`, { class: 'text' }, texts.notMe)}</p>${hidden('via', ambassador.token)}`;
  }
  return markup`<fieldset><legend>${texts.you}</legend>
${draw.input('ambassador.name', { label: texts.yourName, max: 120, autocomplete: 'name', capitalise: 'words', required: true })}
<div class="pair">${draw.input('ambassador.phone', { label: texts.yourPhone, type: 'tel', max: 40, autocomplete: 'tel' })}
${draw.input('ambassador.email', { label: texts.yourEmail, type: 'email', max: 254, autocomplete: 'email' })}</div>
<p class="hint">${texts.oneIsEnough}</p></fieldset>`;
}

function them(draw: Drawing, typed: Typed, sentences: readonly FieldSentence[], texts: FormTexts): Markup {
  const details = ['prospect.email', 'prospect.company', 'relation', 'message'] as const;
  const open =
    details.some((name) => (typed[name] ?? '') !== '') ||
    sentences.some(({ field }) => (details as readonly (string | null)[]).includes(field));
  return markup`<fieldset><legend>${texts.them}</legend>
<div class="pair">${draw.input('prospect.name', { label: texts.name, max: 120, capitalise: 'words', required: true })}
${draw.input('prospect.phone', { label: texts.phone, type: 'tel', max: 40, last: true })}</div>
<details${open && markup` open`}><summary>${texts.more} <small>${texts.moreHint}</small></summary>
<div class="pair">${draw.input('prospect.email', { label: texts.email, type: 'email', max: 254 })}
${draw.input('prospect.company', { label: texts.company, max: 120 })}</div>
${draw.input('relation', { label: texts.relation, hint: texts.relationHint, max: 80 })}
${draw.area('message', texts.message, MAX_MESSAGE)}</details></fieldset>`;
}

function form(card: CardView, options: RecommendFormOptions, texts: FormTexts): Markup {
  const { locale, opened, idempotencyKey, typed = {}, errors = [], daysKept = UNCONSENTED_DAYS } = options;
  const sentences = errorSentences(errors, typed, locale);
  const draw = new Drawing(typed, sentences, texts);
  const { name } = card.profile;
  return markup`<form method="post" action="/api/cards/${encodeURIComponent(card.slug)}/recommendations" data-card="${card.slug}" data-holder="${holderName(card.profile)}">
${draw.summary()}
${you(draw, card, options, texts)}
${them(draw, typed, sentences, texts)}
${trap(texts)}${hidden('idempotencyKey', idempotencyKey)}${hidden('opened', opened)}
${draw.declaration(texts.declaration(name))}
<p class="said" role="status"></p>
<button class="save" type="submit">${texts.send}</button>
<p class="hint">${texts.aboutShort(holderName(card.profile), daysKept)} ${link('privacy', `${cardPaths(card).privacy}#recommandations`, { class: 'text' }, texts.readMore)}</p>
</form>`;
}

function content(card: CardView, back: Fragment, options: RecommendFormOptions): Markup {
  const texts = FORM_TEXTS[options.locale];
  return markup`${back}
<h1 id="recommander-titre">${texts.title}</h1>
<p class="hint">${texts.intro(card.profile.name)}</p>
${form(card, options, texts)}`;
}

/** The way to the form, among what a visitor came for. */
export function recommendAction({ locale }: { locale: Locale }): Markup {
  return markup`<div class="refer">${link('referral', '#recommander', { class: 'choice' }, [icon('recommend'), FORM_TEXTS[locale].title])}</div>`;
}

/** The form as a part of the card's page, shown when the address ends in `#recommander`. */
export function recommendSection(card: CardView, options: RecommendFormOptions): Markup {
  const back = markup`<a class="back" href="#" data-track="card">${icon('back')}${FORM_TEXTS[options.locale].back}</a>`;
  // A main of its own: whichever of the two is shown is the page.
  return markup`
<section id="recommander" class="sheet rec" role="main" aria-labelledby="recommander-titre">
${content(card, back, options)}
</section>`;
}

/**
 * The form by itself, as a complete HTML document: for a submission without JavaScript that must be put right, with what was typed
 * and what is wrong with it. Send it with `contentSecurityPolicy(card.profile.color)`.
 */
export function renderRecommendForm(card: CardView, options: RecommendFormOptions): string {
  const { locale } = options;
  const texts = FORM_TEXTS[locale];
  const back = link('card', cardPaths(card).card, { class: 'back' }, [icon('back'), texts.back]);
  return renderDocument({
    locale,
    title: `${texts.title} – ${card.profile.name}`,
    color: card.profile.color,
    head: [recommendStyles(), recommendScripts()],
    body: markup`<main class="sheet rec open">
${content(card, back, options)}
</main>`,
  });
}

/** For the card's information page. */
export function recommendInformation(
  card: CardView,
  { locale, daysKept = UNCONSENTED_DAYS }: { locale: Locale; daysKept?: number },
): Markup {
  const texts = FORM_TEXTS[locale];
  const items = texts.aboutItems(holderName(card.profile), daysKept, card.profile.email ?? null);
  return markup`
<h2 id="recommandations">${texts.title}</h2><ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}
