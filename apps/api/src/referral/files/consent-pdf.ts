import type { Readable } from 'node:stream';
import type { Locale } from '@num-ecard/contracts/locale';
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
  /** Which words they answered to, and in which language they read them. */
  readonly shown: { readonly version: string; readonly language: Locale } | null;
  /** Null for a version whose words are not known. */
  readonly wording: ConsentWording | null;
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
  if (answer === 'given' && wording !== null) file.paragraph(texts.pressed(wording.yes));
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
  const table = file.table(
    [
      { heading: texts.localTime, share: 30 },
      { heading: texts.utc, share: 26 },
      { heading: texts.by, share: 16 },
      { heading: texts.answer, share: 28 },
    ],
    { named: 0 },
  );
  for (const { at, by, consent } of history)
    table.row([moments.exactly(at), at.toISOString(), texts.actors[by], consentName(consent, locale)]);
  table.end();
}

/** In the language in which they were read, whatever the file's is. */
function writeWords(file: PdfFile, { locale, shown, wording, contact }: ConsentProof): void {
  const texts = fileTexts(locale);
  file.heading(texts.words);
  if (shown !== null) file.paragraph(texts.version(shown.version));
  if (shown === null || wording === null) return file.paragraph(texts.unknownWords);
  const own = fileTexts(shown.language);
  file.heading(own.inLanguage);
  file.paragraph(wording.title);
  file.paragraph(wording.intro);
  file.paragraph(wording.question);
  file.paragraph(own.buttons(wording.yes, wording.no));
  file.paragraph(wording.meaning);
  for (const [heading, text] of wording.about(contact)) file.paragraph(`${heading}\n${text}`);
}
