import { delta } from '@num-ecard/contracts/delta';
import type { Locale } from '@num-ecard/contracts/locale';
import { changeText, countText } from '@num-ecard/contracts/numbers';
import type { Report } from '@num-ecard/contracts/report';
import { PdfFile } from '../../../documents/pdf-file.js';
import type { PdfChange } from '../../../documents/pdf-tiles.js';
import { subjectName } from './card-names.js';
import { type PdfTexts, pdfTexts } from './pdf-texts.js';
import { periodAlone, periodInWords } from './period-in-words.js';

const NOT_COMPARED: PdfChange = { text: '—', tone: 'quiet' };

/** What every part of the report is written from. */
export class Section {
  readonly texts: PdfTexts;
  readonly locale: Locale;

  readonly file: PdfFile;

  constructor(readonly report: Report) {
    this.locale = report.language;
    this.texts = pdfTexts(report.language);
    const { texts } = this;
    const marks = [subjectName(this), this.period, report.account.demo ? texts.demo : undefined];
    this.file = new PdfFile({
      title: `${texts.report}, ${this.periodInSentence}`,
      locale: report.language,
      createdAt: new Date(report.writtenAt),
      foot: marks.filter(Boolean).join(' · '),
    });
  }

  /** In words, where it stands alone. */
  get period(): string {
    return periodAlone(this.report.period, this.locale);
  }

  get previous(): string {
    return this.report.previous === null ? '' : periodAlone(this.report.previous, this.locale);
  }

  get periodInSentence(): string {
    return periodInWords(this.report.period, this.locale);
  }

  get previousInSentence(): string {
    return this.report.previous === null ? '' : periodInWords(this.report.previous, this.locale);
  }

  count(value: number): string {
    return countText(value, this.locale);
  }

  visits(count: number): string {
    return this.texts.ofVisits(count, this.count(count));
  }

  clicks(count: number): string {
    return this.texts.ofClicks(count, this.count(count));
  }

  /** The same for a figure that stands alone, with the one before where there was one; nothing where none is compared with. */
  compared(
    now: number | null,
    before: number | null | undefined,
    text: (value: number) => string,
  ): PdfChange | undefined {
    if (before === undefined) return undefined;
    const change = now === null ? NOT_COMPARED : this.change(now, before ?? undefined);
    return before === null ? change : { ...change, note: this.texts.against(text(before)) };
  }

  /** How a figure compares with the one before: sign, arrow and colour; `—` without a base. */
  change(now: number, before: number | undefined): PdfChange {
    if (before === undefined) return NOT_COMPARED;
    const found = delta(now, before);
    if (found.kind === 'none') return NOT_COMPARED;
    if (found.kind === 'new') return { text: `▲ ${this.texts.isNew}`, tone: 'good' };
    if (found.kind === 'same') return { text: now === before ? '=' : '≈', tone: 'quiet' };
    const text = changeText(found.change, this.locale);
    return found.kind === 'up' ? { text: `▲ ${text}`, tone: 'good' } : { text: `▼ ${text}`, tone: 'bad' };
  }
}
