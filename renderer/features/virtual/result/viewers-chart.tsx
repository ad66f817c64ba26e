import { useTranslation } from 'react-i18next';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '@shared/i18n/format';
import classes from './result.module.css';

interface Point {
  readonly count: number;
  readonly time: string;
}

const HEIGHT_PX = 180;

/** One step a minute. */
export function ViewersChart({ points }: { readonly points: readonly Point[] }) {
  const { t, i18n } = useTranslation('virtualResult');
  const number = (value: number) => formatNumber(value, i18n.language);
  // Half hours of the clock, wherever the session begins.
  const ticks = points.map(({ time }) => time).filter((time) => /:[03]0$/.test(time));
  const tick = { fill: 'var(--text-soft)', fontSize: 13 };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX}>
      <AreaChart
        data={[...points]}
        margin={{ top: 8, bottom: 0, left: 0, right: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="time"
          ticks={ticks}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickLine={false}
          tick={tick}
          minTickGap={40}
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
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = active ? (payload[0]?.payload as Point | undefined) : undefined;
            if (point === undefined) return null;
            return (
              <div className={classes.hover}>
                {point.time}:{' '}
                <b>{t('viewersAt', { count: point.count, number: number(point.count) })}</b>
              </div>
            );
          }}
        />
        <Area
          type="stepAfter"
          dataKey="count"
          stroke="var(--accent)"
          strokeWidth={1.5}
          fill="var(--accent-soft)"
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
