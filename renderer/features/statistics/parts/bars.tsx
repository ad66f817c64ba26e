import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type LabelProps,
} from 'recharts';
import { formatNumber } from '@shared/i18n/format';
import type { ChartData, ChartRow } from './chart-types';
import { fillOf, Patch, PatternDefinitions } from './pattern';
import classes from './bars.module.css';

const ROW_PX = 46;
const ROW_OF_TWO_PX = 58;
const AXIS_PX = 28;
const NAMES_PX = 176;
/** How wide a sign is at the sizes below, generously. */
const SIGN_PX = 8;

/** Narrower than this a part of a bar has no room for its number. */
const ROOM_PX = 30;

/** Horizontal bars: long names stay readable in every language, and every row says its number. */
export function Bars({ series, rows, stacked }: ChartData) {
  const { i18n } = useTranslation('statistics');
  const id = useId();
  const number = (value: number) => formatNumber(value, i18n.language);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const data = rows.map(({ key, values }) => ({ ...values, key }));
  const rowHeight = stacked ? ROW_PX : ROW_OF_TWO_PX;
  const widest = (texts: readonly string[]) =>
    16 + SIGN_PX * Math.max(...texts.map((text) => text.length));
  const tick = { fill: 'var(--text-soft)', fontSize: 13 };
  const open = (row: unknown) => {
    const payload = (row as { payload?: { key?: string } }).payload;
    byKey.get(payload?.key ?? '')?.onOpen?.();
  };
  return (
    <ResponsiveContainer width="100%" height={rows.length * rowHeight + AXIS_PX}>
      <BarChart
        data={data}
        layout="vertical"
        margin={{ top: 0, bottom: 0, left: 0, right: 0 }}
        barCategoryGap={stacked ? '28%' : '24%'}
        barGap={2}
        accessibilityLayer={false}
      >
        <PatternDefinitions id={id} />
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          height={AXIS_PX}
          allowDecimals={false}
          axisLine={false}
          tickLine={false}
          tick={tick}
          tickFormatter={number}
        />
        <YAxis
          type="category"
          dataKey="key"
          width={Math.min(NAMES_PX, widest(rows.map(({ name }) => name)))}
          interval={0}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickLine={false}
          tick={{ fill: 'var(--text)', fontSize: 13.5 }}
          tickFormatter={(key: string) => byKey.get(key)?.name ?? ''}
        />
        <YAxis
          yAxisId="label"
          orientation="right"
          type="category"
          dataKey="key"
          width={widest(rows.map(({ label }) => label))}
          interval={0}
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--text)', fontSize: 14, fontWeight: 600 }}
          tickFormatter={(key: string) => byKey.get(key)?.label ?? ''}
        />
        <Tooltip
          cursor={{ fill: 'var(--surface-hover)' }}
          isAnimationActive={false}
          content={({ active, label }) => {
            const row = active ? byKey.get(String(label)) : undefined;
            return row === undefined ? null : <Hover row={row} series={series} />;
          }}
        />
        {series.map(({ key, pattern }) => (
          <Bar
            key={key}
            dataKey={key}
            {...(stacked ? { stackId: 'whole' } : {})}
            fill={fillOf(id, pattern)}
            stroke="var(--accent)"
            strokeWidth={1}
            maxBarSize={26}
            isAnimationActive={false}
            onClick={open}
            cursor={rows.some((row) => row.onOpen) ? 'pointer' : 'default'}
          >
            {stacked && series.length > 1 && (
              <LabelList dataKey={key} content={(label) => <PartLabel {...label} />} />
            )}
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** The number of a part, on a ground of its own: no pattern makes it unreadable. */
function PartLabel({ x, y, width, height, value }: LabelProps) {
  const { i18n } = useTranslation('statistics');
  const [left, top, wide, high] = [x, y, width, height].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (!(wide >= ROOM_PX) || !Number(value)) return null;
  const text = formatNumber(Number(value), i18n.language);
  const plate = 9 + 7 * text.length;
  const middle = { x: left + wide / 2, y: top + high / 2 };
  return (
    <g pointerEvents="none">
      <rect
        x={middle.x - plate / 2}
        y={middle.y - 8}
        width={plate}
        height={16}
        rx={4}
        fill="var(--surface)"
      />
      <text
        x={middle.x}
        y={middle.y}
        fill="var(--text)"
        fontSize={12}
        fontWeight={600}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {text}
      </text>
    </g>
  );
}

function Hover({ row, series }: { readonly row: ChartRow; readonly series: ChartData['series'] }) {
  const { i18n } = useTranslation('statistics');
  const id = useId();
  return (
    <div className={classes.hover}>
      <div className={classes.hoverName}>{row.name}</div>
      {series.map(({ key, name, pattern }) => (
        <div key={key} className={classes.hoverRow}>
          <Patch id={`${id}-${key}`} pattern={pattern} className={classes.mark} />
          <span>{name}</span>
          <b>{formatNumber(row.values[key] ?? 0, i18n.language)}</b>
        </div>
      ))}
    </div>
  );
}
