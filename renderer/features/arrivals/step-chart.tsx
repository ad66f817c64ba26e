import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber } from '@shared/i18n/format';
import classes from './arrivals.module.css';

interface Step {
  readonly count: number;
  /** When it begins, and from when to when, on the meeting's clock. */
  readonly time: string;
  readonly span: string;
}

const HEIGHT_PX = 300;

/** One bar a step. */
export function StepChart({ steps }: { readonly steps: readonly Step[] }) {
  const { t, i18n } = useTranslation('arrivals');
  const number = (value: number) => formatNumber(value, i18n.language);
  const tick = { fill: 'var(--text-soft)', fontSize: 13 };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX}>
      <BarChart
        data={[...steps]}
        margin={{ top: 8, bottom: 0, left: 0, right: 0 }}
        barCategoryGap="12%"
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="time"
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickLine={false}
          tick={tick}
          minTickGap={28}
        />
        <YAxis
          width={36}
          allowDecimals={false}
          axisLine={false}
          tickLine={false}
          tick={tick}
          tickFormatter={number}
        />
        <Tooltip
          cursor={{ fill: 'var(--surface-hover)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const step = active ? (payload[0]?.payload as Step | undefined) : undefined;
            if (step === undefined) return null;
            return (
              <div className={classes.hover}>
                {step.span}:{' '}
                <b>{t('arrived', { count: step.count, number: number(step.count) })}</b>
              </div>
            );
          }}
        />
        <Bar dataKey="count" fill="var(--accent)" maxBarSize={36} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
