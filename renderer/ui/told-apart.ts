import type { Formats } from '../i18n/formats.ts';

/**
 * How to say times (epoch ms) that are compared: to the minute, as seen from `now`, and exactly where to the minute two
 * different ones would read alike.
 */
export function toldApart(
  times: readonly number[],
  now: number,
  formats: Pick<Formats, 'clock' | 'exact'>,
): (time: number) => string {
  const different = new Set(times);
  const minute = (time: number): string => formats.clock(time, now);
  const isEnough = new Set([...different].map(minute)).size === different.size;
  return isEnough ? minute : formats.exact;
}
