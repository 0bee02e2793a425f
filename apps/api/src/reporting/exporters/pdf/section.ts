import { delta } from '@num-ecard/contracts/delta';
import type { Locale } from '@num-ecard/contracts/locale';
import { changeText, countText } from '@num-ecard/contracts/numbers';
import type { Report } from '@num-ecard/contracts/report';
import { PdfFile } from '../../../documents/pdf-file.js';
import type { PdfChange } from '../../../documents/pdf-tiles.js';
import { subjectName } from './card-names.js';
import { type PdfTexts, pdfTexts } from './pdf-texts.js';
import { periodInWords } from './period-in-words.js';

/** What every part of the report is written from. */
export class Section {
  readonly texts: PdfTexts;
  readonly locale: Locale;

  readonly file: PdfFile;

  constructor(readonly report: Report) {
    this.locale = report.language;
    this.texts = pdfTexts(report.language);
    const { texts, period } = this;
    const marks = [subjectName(this), period, report.account.demo ? texts.demo : undefined];
    this.file = new PdfFile({
      title: `${texts.title}, ${period}`,
      locale: report.language,
      createdAt: new Date(report.writtenAt),
      foot: marks.filter(Boolean).join(' · '),
    });
  }

  get isCompared(): boolean {
    return this.report.previous !== null;
  }

  /** In words. */
  get period(): string {
    return periodInWords(this.report.period, this.locale);
  }

  get previous(): string {
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

  /** The same for a figure that stands alone, with the one before; nothing where none is compared with. */
  compared(
    now: number | null,
    before: number | null | undefined,
    text: (value: number | null) => string,
  ): PdfChange | undefined {
    if (before === undefined) return undefined;
    return { ...this.change(now ?? 0, before ?? undefined), note: this.texts.against(text(before)) };
  }

  /** How a figure compares with the one before: sign, arrow and colour; `—` without a base. */
  change(now: number, before: number | undefined): PdfChange {
    if (before === undefined) return { text: '—', tone: 'quiet' };
    const found = delta(now, before);
    if (found.kind === 'none') return { text: '—', tone: 'quiet' };
    if (found.kind === 'new') return { text: `▲ ${this.texts.isNew}`, tone: 'good' };
    if (found.kind === 'same') return { text: now === before ? '=' : '≈', tone: 'quiet' };
    const text = changeText(found.change, this.locale);
    return found.kind === 'up' ? { text: `▲ ${text}`, tone: 'good' } : { text: `▼ ${text}`, tone: 'bad' };
  }
}
