/** Dates, spans and sizes as a language writes them; times are epoch ms in this computer's time zone. */
export type Formats = {
  /** The day alone: "17 January 2027". */
  date(time: number): string;
  /** The hour and minute where `time` is on the day of `now`, else with the day too. */
  clock(time: number, now: number): string;
  /** The day in short: "17 Jan 2027". */
  shortDate(time: number): string;
  /** An end that is still to come: the hour where less than a day is left from `now`, else the day in short. */
  end(time: number, now: number): string;
  /**
   * When something still to come is: "today at 16:40", "tomorrow at 09:00" where less than 24 hours are left from `now`
   * (over a day that is an hour short they reach "in 2 days at 00:24"), else the day.
   */
  day(time: number, now: number): string;
  /** Everything known of an instant, with its distance from UTC: "17 Jan 2024 18:40:35 +02:00". */
  exact(time: number): string;
  /**
   * The distance from `now`: "in 42 minutes", "in 1 hour 5 minutes", "in 90 days", "56 days ago". What is to come is
   * never said to be later than it is, except by half a day where a week or more is left: there whole days are enough,
   * and what was granted for 90 days a second ago is not "in 89 days".
   */
  relative(time: number, now: number): string;
  /** A span in its two largest units, to the second: "41 min 12 s". Never negative. */
  span(milliseconds: number): string;
  milliseconds(value: number): string;
  bytes(value: number): string;
  percent(fraction: number): string;
  /** A whole number with its separators: "1,000". */
  number(value: number): string;
  list(items: readonly string[]): string;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const spanUnits = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;

/** The formats of one locale (BCP 47), in `timeZone` (IANA), which is this computer's unless another is given. */
export function createFormats(locale: string, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone): Formats {
  const day = whenWanted(() => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' }));
  const shortDay = whenWanted(() => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }));
  const hour = whenWanted(() => new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }));
  const dayAndHour = whenWanted(
    () => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' }),
  );
  const second = whenWanted(() => new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', timeStyle: 'medium' }));
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const dayAndOffset = whenWanted(
    () => new Intl.DateTimeFormat('en', { timeZone, ...numeric, timeZoneName: 'longOffset' }),
  );
  const relative = relativeIn(locale);
  const nearDays = whenWanted(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const list = whenWanted(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const unitList = whenWanted(() => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }));
  const percent = whenWanted(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const whole = whenWanted(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const unit = (name: string, maximumFractionDigits = 0, unitDisplay: 'short' | 'long' = 'short') =>
    whenWanted(() => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits }));
  const longHour = unit('hour', 0, 'long');
  const longMinute = unit('minute', 0, 'long');
  // In short, Romanian numbers would lose the "de" that belongs to them: "89 zile".
  const spanDisplay = isRomanian(locale) ? 'long' : 'short';
  const units = {
    day: unit('day', 0, spanDisplay),
    hour: unit('hour', 0, spanDisplay),
    minute: unit('minute', 0, spanDisplay),
    second: unit('second', 0, spanDisplay),
  };
  const millisecond = unit('millisecond');
  const sizes = [unit('byte', 0, 'long'), unit('kilobyte', 1), unit('megabyte', 1)] as const;

  /** "in 1 hour 5 minutes": the larger unit with Intl's word for the future, the smaller, where there is one, after it. */
  function until(distance: number, larger: 'day' | 'hour'): string {
    const [length, restLength, restUnit] = larger === 'day' ? [DAY, HOUR, longHour] : [HOUR, MINUTE, longMinute];
    const whole = relative.format(Math.floor(distance / length), larger);
    const rest = Math.floor((distance % length) / restLength);
    return rest === 0 ? whole : unitList().format([whole, restUnit().format(rest)]);
  }

  const clock = (time: number, from: number): string =>
    (day().format(time) === day().format(from) ? hour : dayAndHour)().format(time);

  /** The number of an instant's day, as the time zone counts days. */
  function calendarDay(time: number): number {
    const parts = dayAndOffset().formatToParts(time);
    const [year = 0, month = 0, date = 0] = (['year', 'month', 'day'] as const).map((name) =>
      Number(parts.find(({ type }) => type === name)?.value),
    );
    return Date.UTC(year, month - 1, date) / DAY;
  }

  /** "today at 16:40": as Intl writes a day with its hour, with its word for today or tomorrow in place of the date. */
  function nearDay(time: number, from: number): string {
    const parts = dayAndHour().formatToParts(time);
    const hourAt = parts.findIndex(({ type }) => type === 'hour');
    const rest = parts.slice(Math.max(0, hourAt - 1)).map(({ value }) => value);
    return [nearDays().format(calendarDay(time) - calendarDay(from), 'day'), ...rest].join('');
  }

  return {
    date: (time) => day().format(time),
    shortDate: (time) => shortDay().format(time),
    clock,
    day: (time, from) => (time > from && time - from < DAY ? nearDay(time, from) : day().format(time)),
    end: (time, from) => (time - from < DAY ? clock(time, from) : shortDay().format(time)),
    exact: (time) => `${shortDay().format(time)} ${second().format(time)} ${utcOffset(dayAndOffset(), time)}`,
    relative(time, from) {
      const distance = time - from;
      const size = Math.abs(distance);
      if (size < SECOND) return nearDays().format(0, 'second');
      if (size < MINUTE) return relative.format(Math.trunc(distance / SECOND), 'second');
      if (size < HOUR) return relative.format(Math.trunc(distance / MINUTE), 'minute');
      if (distance >= WEEK) return relative.format(Math.round(distance / DAY), 'day');
      if (distance >= DAY) return until(distance, 'day');
      if (distance > 0) return until(distance, 'hour');
      return size < 2 * DAY
        ? relative.format(Math.trunc(distance / HOUR), 'hour')
        : relative.format(Math.trunc(distance / DAY), 'day');
    },
    span(milliseconds) {
      const whole = Math.max(0, milliseconds);
      const first = Math.max(
        0,
        spanUnits.findIndex(([, length]) => whole >= length),
      );
      const start = whole < SECOND ? spanUnits.length - 1 : first;
      const parts = spanUnits.slice(start, start + 2).map(([name, length], index) => {
        const rest = index === 0 ? whole : whole % (spanUnits[start]?.[1] ?? DAY);
        return units[name]().format(Math.floor(rest / length));
      });
      return unitList().format(parts);
    },
    milliseconds: (value) => millisecond().format(Math.round(value)),
    bytes(value) {
      if (value < 1024) return sizes[0]().format(value);
      return value < 1024 * 1024 ? sizes[1]().format(value / 1024) : sizes[2]().format(value / (1024 * 1024));
    },
    percent: (fraction) => percent().format(fraction),
    number: (value) => whole().format(value),
    list: (items) => list().format(items),
  };
}

/** Made when it is first asked for: of Intl's formats the first rows need few, and each takes its time. */
function whenWanted<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function isRomanian(locale: string): boolean {
  return new Intl.Locale(locale).language === 'ro';
}

/** Distances as Intl says them; but its Romanian "peste 90 de zile" is read as "more than 90 days" as well. */
function relativeIn(locale: string): Pick<Intl.RelativeTimeFormat, 'format'> {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  if (!isRomanian(locale)) return relative;
  return { format: (value, unit) => relative.format(value, unit).replace(/^peste /, 'în ') };
}

/** "+02:00"; the name Intl gives for it is "GMT+02:00", and "GMT" for none. */
function utcOffset(offset: Intl.DateTimeFormat, time: number): string {
  const name = offset.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.slice('GMT'.length) || '+00:00';
}
