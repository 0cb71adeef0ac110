import type { AccountView } from '../../../electron/contract/snapshot.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';
import { renewableUntil } from '../../state/lifetime.ts';

/** What happens at a point of a token's life. */
export type PointKind =
  'notBefore' | 'issued' | 'obtained' | 'now' | 'ends' | 'endsUnsaid' | 'renewable' | 'renewableUsual';
/** `time` is epoch ms. */
export type Point = { readonly kind: PointKind; readonly time: number };

/**
 * The points that are known of a token's life, in their order. What a JWT does not say is not there; of one that cannot
 * be read, what its account knows. `account` is null where the token is nobody's here.
 */
export function timelinePoints(reading: TokenReading, account: AccountView | null): readonly Point[] {
  const points: Array<readonly [PointKind, number | null]> = [];
  if (reading.form === 'jwt') {
    points.push(['notBefore', reading.notBefore], ['issued', reading.issuedAt], ['ends', reading.expiresAt]);
  } else if (account?.accessToken != null) {
    points.push(['obtained', account.accessToken.obtainedAt], ['endsUnsaid', account.accessToken.expiresAt]);
  }
  if (account !== null) {
    const isCertain = account.refreshToken?.isCertain ?? true;
    points.push([isCertain ? 'renewable' : 'renewableUsual', renewableUntil(account)]);
  }
  return points
    .flatMap(([kind, time]) => (time === null ? [] : [{ kind, time }]))
    .sort((one, other) => one.time - other.time);
}

/** The points with the time now among them. */
export function withNow(points: readonly Point[], now: number): readonly Point[] {
  const all: Point[] = [...points, { kind: 'now', time: now }];
  return all.sort((one, other) => one.time - other.time);
}

/** Where a time lies on the line from the first of `points` to the last, in percent of it; 0 where they are all one. */
export function placeOn(points: readonly Point[], time: number): number {
  const [first, last] = [points[0]?.time ?? time, points.at(-1)?.time ?? time];
  return last === first ? 0 : ((time - first) / (last - first)) * 100;
}
