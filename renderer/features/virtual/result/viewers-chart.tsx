import { useTranslation } from 'react-i18next';
import { Area } from 'recharts';
import { TimeChart } from '../../../ui/time-chart';

interface Point {
  readonly count: number;
  readonly time: string;
}

/** One step a minute. */
export function ViewersChart({ points }: { readonly points: readonly Point[] }) {
  const { t } = useTranslation('virtualResult');
  return (
    <TimeChart
      points={points}
      heightPx={180}
      // Half hours of the clock, wherever the session begins.
      ticks={points.map(({ time }) => time).filter((time) => /:[03]0$/.test(time))}
      tickGapPx={40}
      says={({ time, count }, number) => [time, t('viewersAt', { count, number })]}
    >
      <Area
        type="stepAfter"
        dataKey="count"
        stroke="var(--accent)"
        strokeWidth={1.5}
        fill="var(--accent-soft)"
        isAnimationActive={false}
      />
    </TimeChart>
  );
}
