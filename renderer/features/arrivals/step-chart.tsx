import { useTranslation } from 'react-i18next';
import { Bar } from 'recharts';
import { TimeChart } from '../../ui/time-chart';

interface Step {
  readonly count: number;
  /** When it begins, and from when to when, on the meeting's clock. */
  readonly time: string;
  readonly span: string;
}

/** One bar a step. */
export function StepChart({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('arrivals');
  return (
    <TimeChart
      points={steps}
      heightPx={300}
      tickGapPx={28}
      cursor={{ fill: 'var(--surface-hover)' }}
      says={({ span, count }, number) => [span, t('arrived', { count, number })]}
    >
      <Bar dataKey="count" fill="var(--accent)" maxBarSize={36} isAnimationActive={false} />
    </TimeChart>
  );
}
