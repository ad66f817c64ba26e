import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipProps,
} from 'recharts';
import { formatNumber } from '@shared/i18n/format';
import classes from './time-chart.module.css';

/** What was counted at one time of a day. */
interface Counted {
  readonly count: number;
  /** As it stands on the axis. */
  readonly time: string;
}

interface Props<Point extends Counted> {
  readonly points: readonly Point[];
  readonly heightPx: number;
  /** Times that stand on the axis, where it is not for the chart to choose. */
  readonly ticks?: readonly string[];
  /** Least room between two of them. */
  readonly tickGapPx: number;
  readonly cursor?: TooltipProps['cursor'];
  /** What a pointer over a point says: when, and how many. */
  readonly says: (point: Point, number: string) => readonly [when: string, many: string];
  /** A `Bar` or an `Area` of `count`. */
  readonly children: ReactNode;
}

/** Counts over the time of a day: the axes, the lines behind and what a pointer is told. */
export function TimeChart<Point extends Counted>(props: Props<Point>) {
  const { points, heightPx, ticks, tickGapPx, cursor, says, children } = props;
  const { i18n } = useTranslation();
  const number = (value: number) => formatNumber(value, i18n.language);
  const tick = { fill: 'var(--text-soft)', fontSize: 13 };
  return (
    <ResponsiveContainer width="100%" height={heightPx}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 8, bottom: 0, left: 0, right: 0 }}
        barCategoryGap="12%"
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="time"
          {...(ticks === undefined ? {} : { ticks: [...ticks] })}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickLine={false}
          tick={tick}
          minTickGap={tickGapPx}
        />
        <YAxis
          width={40}
          allowDecimals={false}
          axisLine={false}
          tickLine={false}
          tick={tick}
          tickFormatter={number}
        />
        <Tooltip
          {...(cursor === undefined ? {} : { cursor })}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = active ? (payload[0]?.payload as Point | undefined) : undefined;
            if (point === undefined) return null;
            const [when, many] = says(point, number(point.count));
            return (
              <div className={classes.hover}>
                {when}: <b>{many}</b>
              </div>
            );
          }}
        />
        {children}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
