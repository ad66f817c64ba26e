import { formatInstant } from '../../i18n/format';
import { stampTime } from '../../operation/clock';
import type { Stamped } from '../../operation/operation';
import { wallClock } from '../documents/names';
import type { Cells, ColumnSpec, Mark } from '../documents/table';
import { changesOf, undoneBy, type Lookup } from './changes';
import { beforeText, fieldName, stoodText } from './fields';
import { kindOf } from './kinds';
import { aboutOf, isForgotten, isUndo, noteOf, subjectOf } from './record';
import { sentenceOf } from './sentence';
import { called, withoutPersonal, type JournalStyle } from './words';

/** How the journal leaves the programme. */
export interface JournalExport {
  /** Names, free text and other personal values; without them only numbers and public values. */
  readonly withNames: boolean;
}

/** The style in which the rows of an export are written. */
export function exportStyle(style: JournalStyle, { withNames }: JournalExport): JournalStyle {
  return withNames ? style : { ...style, names: withoutPersonal(style.names) };
}

/** Columns of the table, `journalRow`'s cells in their order. */
export function journalColumns(
  { t }: Pick<JournalStyle, 't'>,
  { withNames }: JournalExport,
): ColumnSpec[] {
  const text = (key: string, header: string, width: number): ColumnSpec => ({
    ...{ key, header, width },
    type: 'text',
  });
  return [
    { key: 'time', header: t('column.time'), type: 'datetime' },
    text('operator', t('column.operator'), 24),
    text('desk', t('column.desk'), 18),
    text('meeting', t('column.meeting'), 36),
    text('kind', t('column.kind'), 20),
    text('what', t('column.what'), 48),
    text('about', t('column.about'), 32),
    text('before', t('column.before'), 48),
    text('after', t('column.after'), 48),
    ...(withNames ? [text('note', t('column.note'), 32)] : []),
    text('marks', t('column.marks'), 24),
    text('record', t('column.record'), 38),
    text('type', t('column.type'), 24),
    text('operation', t('column.operation'), 38),
    text('replica', t('column.replica'), 38),
    { key: 'number', header: t('column.number'), type: 'number' },
    text('stamp', t('column.stamp'), 44),
  ];
}

/**
 * One operation as a row. `style` from `exportStyle`; `lookup` finds the operations that it
 * replaces, for what was before and for what an undo undid.
 */
export function journalRow(
  stamped: Stamped,
  lookup: Lookup,
  style: JournalStyle,
  { withNames }: JournalExport,
): Cells {
  const { operation } = stamped;
  const { meeting } = operation;
  const { t } = style;
  const kind = kindOf(operation.type);
  const changes = changesOf(operation, lookup).filter(
    ({ personal, field }) => withNames || !personal || field === null,
  );
  const lines = (value: (change: (typeof changes)[number]) => string): string =>
    changes.map((change) => `${fieldName(change, style)}: ${value(change)}`).join('\n');
  const undone = undoneBy(operation, lookup);
  const marks = [
    ...(stamped.void === true ? [t('void')] : []),
    ...(isForgotten(operation) ? [t('forgotten')] : []),
    ...(isUndo(operation) || undone.length > 0 ? [t('undo')] : []),
  ];
  const replaced = changes.some(({ before }) => before.length > 0);
  return [
    wallClock(stampTime(operation.at), style.timeZone),
    called(style, 'operators', operation.actor),
    called(style, 'desks', operation.replica),
    meeting === null ? null : called(style, 'meetings', meeting),
    kind === null ? null : t(`kind.${kind}`),
    sentenceOf(operation, style, undone),
    aboutOf(operation, style),
    replaced ? lines((change) => beforeText(change, style, meeting)) : null,
    lines((change) => stoodText(change, change.after, style, meeting)),
    ...(withNames ? [noteOf(operation)] : []),
    marks.join('; '),
    subjectOf(operation).id,
    operation.type,
    operation.id,
    operation.replica,
    operation.seq,
    operation.at,
  ];
}

/** What is said of a file of the journal. */
export interface JournalFile extends JournalExport {
  /** ISO instant. */
  readonly madeAt: string;
  /** There are invented people in the programme. */
  readonly synthetic: boolean;
}

/** The lines that a worksheet of the journal has above its table. */
export function journalNotes({ t, language, timeZone }: JournalStyle, file: JournalFile): string[] {
  return [
    t(file.withNames ? 'export.withNamesNote' : 'export.withoutNamesNote'),
    ...(file.synthetic ? [t('export.synthetic')] : []),
    t('export.zone', { zone: timeZone }),
    t('export.made', { time: formatInstant(file.madeAt, language, timeZone) }),
  ];
}

/** Marks every row of a text file that has invented people in it; `null` when it has none. */
export function journalMark(t: JournalStyle['t'], synthetic: boolean): Mark | null {
  return synthetic
    ? { header: t('documents:syntheticColumn'), value: t('documents:syntheticValue') }
    : null;
}
