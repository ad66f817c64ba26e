import type { Interval } from '@shared/domain/attendance/intervals';
import type { OnlineSitting } from '@shared/statistics/virtual/online-result';
import type { ResultWords } from './use-words';
import type { Scale } from './zoom';
import classes from './result.module.css';

const WIDTH = 1000;
const HEIGHT = 24;

interface Props {
  readonly scale: Scale;
  /** The sessions behind it. */
  readonly sittings: readonly OnlineSitting[];
  readonly stays: readonly Interval[];
  /** The same in words. */
  readonly label: string;
}

/** When one person was online, over the sessions. */
export function Strip({ scale, sittings, stays, label }: Props) {
  return (
    <svg
      className={classes.strip}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {sittings.map(({ id, time }) =>
        scale
          .place(time)
          .map(({ from, width }) => (
            <rect
              key={id}
              className={classes.session}
              x={from * WIDTH}
              width={width * WIDTH}
              y={0}
              height={HEIGHT}
            />
          )),
      )}
      {stays.flatMap((stay) =>
        scale
          .place(stay)
          .map(({ from, width }) => (
            <rect
              key={from}
              className={classes.stay}
              x={from * WIDTH}
              width={Math.max(width * WIDTH, 1.5)}
              y={7}
              height={10}
            />
          )),
      )}
    </svg>
  );
}

interface AxisProps {
  readonly title: string;
  readonly scale: Scale;
  readonly sittings: readonly OnlineSitting[];
  readonly words: ResultWords;
  /** So few sessions that each has room for its times. */
  readonly wide: boolean;
}

/** Over the strips: when each session begins; at both ends of one that is alone. */
export function Axis({ title, scale, sittings, words, wide }: AxisProps) {
  const days = new Set<string>();
  return (
    <span className={classes.axis}>
      <span className={classes.axisTitle}>{title}</span>
      {sittings.map(({ id, date, time }) => {
        const [placed] = scale.place(time);
        if (placed === undefined) return null;
        const first = !days.has(date);
        days.add(date);
        if (!wide && !first) return null;
        return (
          <span
            key={id}
            className={classes.tick}
            aria-hidden="true"
            style={{
              insetInlineStart: `${placed.from * 100}%`,
              inlineSize: wide ? `${placed.width * 100}%` : undefined,
            }}
          >
            <span>{wide ? words.time(time[0]) : words.day(date)}</span>
            {wide && <span>{words.time(time[1])}</span>}
          </span>
        );
      })}
    </span>
  );
}
