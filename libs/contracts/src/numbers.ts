/** Figures in the reader's notation. */

const formats = new Map<string, Intl.NumberFormat>();

/** Intl formats are slow to make and the same few are asked for again and again. */
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

/** `1 234`, `1,234` */
export function countText(value: number, locale: string): string {
  return format(locale, {}).format(value);
}

/** Where there is little room: `1,2 k`, `1.2K` */
export function shortCountText(value: number, locale: string): string {
  return format(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** Of a file: `820 ko`, `1,2 Mo`; `820 kB`, `1.2 MB`. */
export function bytesText(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1e6 ? [Math.ceil(bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return format(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** Of a fraction, 0.123 for `12,3 %`; `—` of none. */
export function shareText(fraction: number | null, locale: string): string {
  if (fraction === null || !Number.isFinite(fraction)) return '—';
  return format(locale, { style: 'percent', maximumFractionDigits: fraction < 0.1 ? 1 : 0 }).format(fraction);
}

/** Of a change as a fraction, 0.25 for `+25 %`; from ten times more on, 11 for `× 12`. */
export function changeText(change: number, locale: string): string {
  if (change >= 10) return `× ${countText(Math.round(change + 1), locale)}`;
  return format(locale, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(
    change,
  );
}

/** `45 s`, `3 min 20 s`, `2 h 05 min`; `—` of none. */
export function durationText(milliseconds: number | null, locale: string): string {
  if (milliseconds === null) return '—';
  const seconds = Math.round(milliseconds / 1000);
  const unit = (value: number, of: 'hour' | 'minute' | 'second') =>
    format(locale, { style: 'unit', unit: of, unitDisplay: 'short' }).format(value);
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return seconds % 60 === 0
      ? unit(minutes, 'minute')
      : `${unit(minutes, 'minute')} ${unit(seconds % 60, 'second')}`;
  }
  const left = minutes % 60;
  return left === 0
    ? unit(minutes / 60, 'hour')
    : `${unit(Math.floor(minutes / 60), 'hour')} ${unit(left, 'minute')}`;
}

/** Of cents, in euros: `1 250 €`, `1 250,50 €`; `€1,250`. */
export function eurosText(cents: number, locale: string): string {
  return format(locale, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);
}

/** How long somebody waited: `35 min`, `1 h 40 min`, `4 h`, `2 j 3 h`; the less exact, the longer. `—` of none. */
export function waitText(hours: number | null, locale: string): string {
  if (hours === null) return '—';
  const parts = (of: readonly [value: number, unit: 'day' | 'hour' | 'minute'][]) =>
    of
      .filter(([value], index) => value > 0 || index === 0)
      .map(([value, unit]) => format(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
      .join(' ');
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return parts([[minutes, 'minute']]);
  if (minutes < 120) {
    return parts([
      [1, 'hour'],
      [minutes - 60, 'minute'],
    ]);
  }
  const whole = Math.round(hours);
  if (whole < 24) return parts([[whole, 'hour']]);
  return parts([
    [Math.floor(whole / 24), 'day'],
    [whole % 24, 'hour'],
  ]);
}
