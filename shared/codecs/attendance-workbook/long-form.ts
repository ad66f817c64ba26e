import { BREAKDOWNS } from '../../statistics/breakdowns';
import type { Partition } from '../../statistics/cell';
import { FIGURES } from '../../statistics/figures/all';
import { tableOf, type Cells, type Table } from '../documents/table';
import { partName, type Context } from './context';

const PARTITION = ['inPersonOnly', 'virtualOnly', 'both'] as const;

/**
 * All figures in one table, a figure to a row: what other programs read. `figure` and `part` are
 * keys that hold in every language; the words beside them are the document's.
 */
export function longFormTable(context: Context): Table {
  const { t, statistics } = context;
  const rows: Cells[] = FIGURES.map(({ key }) => {
    const { unit, value } = statistics.figures[key];
    return [key, null, t(`figures:${key}.name`), null, value, t(`figures:unit.${unit}`)];
  });
  const partition = (
    key: string,
    part: string | null,
    words: readonly [string, string | null],
    cells: Partition,
    unit: 'participations' | 'persons',
  ) => {
    for (const way of PARTITION) {
      const name = `${words[0]}: ${t(`figures:partition.${way}`)}`;
      rows.push([`${key}.${way}`, part, name, words[1], cells[way], t(`figures:unit.${unit}`)]);
    }
  };
  const modality = t('figures:modality.name');
  partition('modality', null, [modality, null], statistics.modality, 'participations');
  const ofPersons = t('figures:modalityOfPersons.name');
  partition('modalityOfPersons', null, [ofPersons, null], statistics.modalityOfPersons, 'persons');
  for (const { key } of BREAKDOWNS) {
    const name = t(`figures:by.${key}.name`);
    for (const part of statistics.breakdowns[key]) {
      const words = [name, partName(context, key, part.part)] as const;
      const row = (of: 'nominated' | 'attended', value: number, unit: string) =>
        rows.push([
          `${key}.${of}`,
          part.part,
          `${name}: ${t(`column.${of}`)}`,
          words[1],
          value,
          unit,
        ]);
      if (part.nominated !== null) {
        row('nominated', part.nominated, t('figures:unit.participants'));
      }
      row('attended', part.attended, t('figures:unit.participations'));
      partition(key, part.part, words, part, 'participations');
    }
  }
  const { recommendations } = statistics;
  if (recommendations) {
    for (const key of ['agreed', 'endorsed', 'endorsedHere'] as const) {
      const name = t(`figures:recommendations.${key}.name`);
      const unit = t('figures:unit.recommendations');
      rows.push([`recommendations.${key}`, null, name, null, recommendations[key], unit]);
    }
  }
  return tableOf({
    key: 'figures',
    name: t('workbook.sheet.figures'),
    title: t('workbook.title'),
    notes: context.notes,
    columns: [
      { key: 'key', header: t('column.key'), type: 'text', width: 28 },
      { key: 'partKey', header: t('column.partKey'), type: 'text', width: 28 },
      { key: 'figure', header: t('column.figure'), type: 'text', width: 44 },
      { key: 'part', header: t('column.part'), type: 'text', width: 44 },
      { key: 'value', header: t('column.value'), type: 'number' },
      { key: 'unit', header: t('column.unit'), type: 'text', width: 16 },
    ],
    rows,
  });
}
