import type { Readable } from 'node:stream';
import type { Locale } from '@num-ecard/contracts/locale';
import { LOCALES } from '@num-ecard/contracts/locale';
import type { ACTORS, Recommendation } from '@num-ecard/contracts/referral';
import type { Consent } from '@num-ecard/contracts/referral-vocabulary';
import { consentName } from '@num-ecard/contracts/referral-vocabulary-names';
import { harmlessLine } from '../../documents/harmless-text.js';
import { PdfFile } from '../../documents/pdf-file.js';
import type { ConsentWording } from '../page/consent-wording.js';
import { fileTexts } from './file-texts.js';
import { Moments } from './moments.js';

/** What the prospect said last. */
export type ProspectsAnswer = Exclude<Consent, 'none' | 'declared'>;

export interface ConsentProof {
  readonly locale: Locale;
  readonly owner: { readonly name: string; readonly email: string; readonly timezone: string };
  readonly card: { readonly title: string; readonly url: string };
  readonly record: Pick<Recommendation, 'id' | 'reference' | 'receivedAt' | 'prospect' | 'ambassador'>;
  readonly answer: ProspectsAnswer;
  readonly answeredAt: Date;
  readonly version: string | null;
  /** Null for a version whose words are not known. */
  readonly wording: Readonly<Record<Locale, ConsentWording>> | null;
  /** The owner's address, as the text names it. */
  readonly contact: string | null;
  /** Oldest first. */
  readonly history: readonly {
    readonly at: Date;
    readonly by: (typeof ACTORS)[number];
    readonly consent: Consent;
  }[];
  readonly writtenAt: Date;
}

/**
 * What proves a prospect's answer to whoever asks (Code de la consommation, L.223-1): who said what to whom, when, by which words and
 * how. What is hidden of a prospect elsewhere is hidden here.
 */
export function consentPdf(proof: ConsentProof): Readable {
  const { locale, owner, card, record, answer, answeredAt, writtenAt, wording } = proof;
  const texts = fileTexts(locale);
  const moments = new Moments(locale, owner.timezone);
  const { prospect } = record;
  const file = new PdfFile({ title: texts.consentProof, locale, createdAt: writtenAt });
  file.title(texts.consentProof);
  file.paragraph(`${texts.answered[answer]}.`);
  file.remark(`${texts.writtenAt(moments.exactly(writtenAt))} (${owner.timezone})`);

  const reach = (typed: string | null) =>
    prospect.contact === 'shown' ? (typed ?? texts.notGiven) : texts.hidden[prospect.contact];
  file.heading(texts.who);
  file.facts([
    { label: texts.name, value: harmlessLine(prospect.name ?? texts.erasedProspect) },
    { label: texts.company, value: harmlessLine(prospect.company ?? texts.notGiven) },
    { label: texts.phone, value: reach(prospect.phoneDisplay) },
    { label: texts.email, value: reach(prospect.email) },
  ]);
  file.heading(texts.toWhom);
  file.facts([
    { label: texts.account, value: `${harmlessLine(owner.name)}\n${owner.email}` },
    { label: texts.cardTitle, value: `${harmlessLine(card.title)}\n${card.url}` },
  ]);
  file.heading(texts.when);
  file.facts([
    { label: texts.localTime, value: moments.exactly(answeredAt) },
    { label: texts.timezone, value: owner.timezone },
    { label: texts.utc, value: answeredAt.toISOString() },
  ]);
  file.heading(texts.how);
  file.paragraph(texts.howText);
  // Taking it back, or refusing it later, has a button of other words.
  if (answer === 'given' && wording !== null) file.paragraph(texts.pressed(wording[locale].yes));
  file.heading(texts.record);
  file.facts([
    { label: texts.reference, value: record.reference },
    { label: texts.recordId, value: record.id },
    { label: texts.received, value: moments.exactly(new Date(record.receivedAt)) },
    {
      label: texts.recommendedBy,
      value: harmlessLine(record.ambassador.name ?? texts.erasedAmbassador),
    },
  ]);
  writeHistory(file, proof, moments);
  writeWords(file, proof);
  file.end();
  return file.stream;
}

function writeHistory(file: PdfFile, { locale, history }: ConsentProof, moments: Moments): void {
  const texts = fileTexts(locale);
  file.heading(texts.history);
  const table = file.table([
    { heading: texts.localTime, share: 30 },
    { heading: texts.utc, share: 26 },
    { heading: texts.by, share: 16 },
    { heading: texts.answer, share: 28 },
  ]);
  for (const { at, by, consent } of history)
    table.row([moments.exactly(at), at.toISOString(), texts.actors[by], consentName(consent, locale)]);
  table.end();
}

/** In the file's language first. */
function writeWords(file: PdfFile, { locale, version, wording, contact }: ConsentProof): void {
  const texts = fileTexts(locale);
  file.heading(texts.words);
  if (version !== null) file.paragraph(texts.version(version));
  if (wording === null) return file.paragraph(texts.unknownWords);
  file.paragraph(texts.bothLanguages);
  for (const language of LOCALES.toSorted((a, b) => Number(b === locale) - Number(a === locale))) {
    const words = wording[language];
    file.heading(fileTexts(language).inLanguage);
    file.paragraph(words.title);
    file.paragraph(words.intro);
    file.paragraph(words.question);
    file.paragraph(fileTexts(language).buttons(words.yes, words.no));
    file.paragraph(words.meaning);
    for (const [heading, text] of words.about(contact)) file.paragraph(`${heading}\n${text}`);
  }
}
