import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import { Loading } from '../../../ui/states';
import type { ChartData } from './chart-types';
import { Defined } from './figure';
import { Patch } from './pattern';
import classes from './chart-card.module.css';

const Bars = lazy(() => import('./bars').then((module) => ({ default: module.Bars })));

interface ChartCardProps {
  readonly title: string;
  readonly definition: string;
  readonly data: ChartData;
}

/** A chart with its table behind it: the same numbers, for whoever reads them better there. */
export function ChartCard({ title, definition, data }: ChartCardProps) {
  const { t } = useTranslation('statistics');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const titleId = useId();
  const { rows, series } = data;
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <header className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          <Defined definition={definition}>{title}</Defined>
        </h2>
        {rows.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t('chart.form', { title })}
            value={form}
            data={[
              { value: 'chart', label: t('chart.chart') },
              { value: 'table', label: t('chart.table') },
            ]}
            onChange={(value) => setForm(value === 'table' ? 'table' : 'chart')}
          />
        )}
      </header>
      {rows.length === 0 && <p className={classes.nothing}>{t('chart.nothing')}</p>}
      {rows.length > 0 && form === 'chart' && (
        <figure className={classes.figure}>
          {series.length > 1 && <Legend series={series} />}
          <div role="img" aria-label={t('chart.described', { title, summary: summaryOf(data) })}>
            <Suspense fallback={<Loading />}>
              <Bars {...data} />
            </Suspense>
          </div>
        </figure>
      )}
      {rows.length > 0 && form === 'table' && <ChartTable label={title} data={data} />}
    </section>
  );
}

/** What the picture says, for whoever hears it. */
function summaryOf({ rows }: ChartData): string {
  return rows.map(({ name, label }) => `${name}: ${label}`).join('; ');
}

function Legend({ series }: { readonly series: ChartData['series'] }) {
  const id = useId();
  return (
    <ul className={classes.legend}>
      {series.map(({ key, name, pattern }) => (
        <li key={key}>
          <Patch id={`${id}-${key}`} pattern={pattern} className={classes.mark} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function ChartTable({ label, data }: { readonly label: string; readonly data: ChartData }) {
  const { i18n } = useTranslation('statistics');
  const { rowHeader, series, rows, total } = data;
  return (
    <div className={classes.tableBox} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{rowHeader}</th>
            {series.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            {total !== undefined && <th scope="col">{total}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.onOpen === undefined ? (
                  row.name
                ) : (
                  <button type="button" className={classes.open} onClick={row.onOpen}>
                    {row.name}
                  </button>
                )}
              </th>
              {series.map(({ key }) => (
                <td key={key}>{formatNumber(row.values[key] ?? 0, i18n.language)}</td>
              ))}
              {total !== undefined && <td>{row.label}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
