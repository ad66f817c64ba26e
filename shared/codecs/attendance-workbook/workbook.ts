import type { Statistics } from '../../statistics/result';
import type { World } from '../../statistics/world';
import type { DocumentModel } from '../documents/table';
import { contextOf, type WorkbookOptions } from './context';
import { breakdownTables, modalityTable, recommendationsTable, summaryTable } from './figures';
import { longFormTable } from './long-form';
import { participantsTable } from './participants';
import { partiesTable } from './parties';

export type { WorkbookOptions };

/**
 * The attendance workbook of a scope: figures with their definitions under the sentence, a table
 * for each breakdown, the matrix parties × meetings, recommendations, and the participants by name
 * only where their names were handed over. `statistics` are those of `world`.
 */
export function attendanceWorkbook(
  statistics: Statistics,
  world: World,
  options: WorkbookOptions,
): DocumentModel {
  const { t, madeAt, people } = options;
  const context = contextOf(statistics, world, options);
  return {
    title: t('workbook.title'),
    madeAt,
    tables: [
      summaryTable(context),
      modalityTable(context),
      partiesTable(context),
      ...breakdownTables(context),
      ...recommendationsTable(context),
      ...(people === undefined ? [] : [participantsTable(context, people)]),
    ],
    mark: context.mark,
  };
}

/**
 * All figures in one table, as a text file has them and other programs read them: a figure to a
 * row, with keys that hold in every language.
 */
export function attendanceFigures(
  statistics: Statistics,
  world: World,
  options: Omit<WorkbookOptions, 'people'>,
): DocumentModel {
  const { t, madeAt } = options;
  const context = contextOf(statistics, world, options);
  return {
    title: t('workbook.title'),
    madeAt,
    tables: [longFormTable(context)],
    mark: context.mark,
  };
}
