import { useId } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { placeOn, withNow, type Point, type PointKind } from './timeline-points.ts';

/** The points' signs: where something begins, where it ends, and now. */
const shapes: Readonly<Record<PointKind, 'begin' | 'end' | 'renewable' | 'now'>> = {
  notBefore: 'begin',
  issued: 'begin',
  obtained: 'begin',
  now: 'now',
  ends: 'end',
  endsUnsaid: 'end',
  renewable: 'renewable',
  renewableUsual: 'renewable',
};
/** What the ends are called once they are past. */
const ended = { ends: 'ended', endsUnsaid: 'endedUnsaid' } as const;
const isEnd = (kind: PointKind): kind is keyof typeof ended => kind in ended;
const MINUTE = 60_000;

/** A token's life as a line with now marked, and the same as a list, which is what a screen reader reads. */
export function Timeline({ points }: { readonly points: readonly Point[] }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{t('reading.timeline.heading')}</h2>
      {points.length === 0 ? <p className="hint">{t('reading.timeline.none')}</p> : <Line points={points} />}
    </section>
  );
}

function Line({ points }: { readonly points: readonly Point[] }) {
  const { t } = useTranslation();
  const { clock } = useDesk();
  // Drawn anew each minute: what is said of now changes no oftener.
  useClock((time) => Math.floor(time / MINUTE));
  const now = clock.now();
  const all = withNow(points, now);
  return (
    <>
      <Picture points={all} />
      <ol className="timeline-points" aria-label={t('reading.timeline.heading')}>
        {all.map(({ kind, time }) => (
          <li key={kind} className={kind === 'now' ? 'timeline-point timeline-point-now' : 'timeline-point'}>
            <svg className="timeline-sign" width="14" height="14" aria-hidden="true" focusable="false">
              <Sign kind={kind} x="7" y={7} />
            </svg>
            <span className="timeline-name">
              {t(`reading.timeline.points.${isEnd(kind) && time <= now ? ended[kind] : kind}`)}
            </span>
            <When time={time} isNow={kind === 'now'} />
          </li>
        ))}
      </ol>
    </>
  );
}

function When({ time, isNow }: { readonly time: number; readonly isNow: boolean }) {
  const { formats } = useDesk();
  const relative = useClock((now) => formats.relative(time, now));
  return (
    <span className="timeline-time">
      <time dateTime={new Date(time).toISOString()}>{formats.exact(time)}</time>
      {!isNow && <span className="hint"> · {relative}</span>}
    </span>
  );
}

/** Drawn by attributes alone; the list says the same. */
function Picture({ points }: { readonly points: readonly Point[] }) {
  const at = (kinds: readonly PointKind[]): number | null => {
    const found = points.find(({ kind }) => kinds.includes(kind));
    return found === undefined ? null : placeOn(points, found.time);
  };
  const begin = at(['issued', 'obtained', 'notBefore']);
  const end = at(['ends', 'endsUnsaid']);
  const renewable = at(['renewable', 'renewableUsual']);
  return (
    <svg className="timeline" height="26" aria-hidden="true" focusable="false">
      <line className="timeline-ground" x1="0%" x2="100%" y1="13" y2="13" />
      {end !== null && renewable !== null && renewable > end && (
        <line className="timeline-renewable" x1={`${end}%`} x2={`${renewable}%`} y1="13" y2="13" />
      )}
      {begin !== null && end !== null && end > begin && (
        <line className="timeline-life" x1={`${begin}%`} x2={`${end}%`} y1="13" y2="13" />
      )}
      {points.map(({ kind, time }) => (
        <Sign key={kind} kind={kind} x={`${placeOn(points, time)}%`} y={13} />
      ))}
    </svg>
  );
}

/** `x` is a length of SVG: units or percent. */
function Sign({ kind, x, y }: { readonly kind: PointKind; readonly x: string; readonly y: number }) {
  const shape = shapes[kind];
  if (shape === 'now') return <line className="timeline-now" x1={x} x2={x} y1={y - 7} y2={y + 7} />;
  return <circle className={`timeline-${shape}-sign`} cx={x} cy={y} r={shape === 'begin' ? 3.5 : 4.5} />;
}
