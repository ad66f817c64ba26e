import { BREAKDOWNS } from '../../statistics/breakdowns';
import type { Partition } from '../../statistics/cell';
import { FIGURES } from '../../statistics/figures/all';
import { sentencesOf } from '../../statistics/sentence';
import type { Party } from '../../domain/party/types';
import { footnoteColumn, listedParties } from '../documents/listed-parties';
import { meetingLabel, meetingName, pillarName, wallClock } from '../documents/names';
import { tableOf, type Cells, type ColumnSpec, type Table } from '../documents/table';
import { partName, sessionsOf, type Context } from './context';

const RECOMMENDATIONS = ['agreed', 'endorsed', 'endorsedHere'] as const;

/** The figures with their definitions, under the sentence. */
export function summaryTable(context: Context): Table {
  const { t, statistics, language, world } = context;
  const sentences = sentencesOf(statistics, language);
  const texts = [...new Set(sentences.map((sentence) => sentence.text))];
  const exact = sentences.map(({ reading, exact: count }) =>
    t('workbook.exact', { figure: t(`figures:${reading}.name`), count }),
  );
  const excluded = statistics.excluded.map(({ meeting }) => {
    const found = world.meetings.find((one) => one.meeting.id === meeting);
    return t('workbook.excluded', {
      meeting: found ? meetingName(found.meeting, language) : meeting,
    });
  });
  const rows: Cells[] = FIGURES.map(({ key }) => {
    const { unit, value } = statistics.figures[key];
    const name = t(`figures:${key}.name`);
    return [name, value, t(`figures:unit.${unit}`), t(`figures:${key}.definition`)];
  });
  const { recommendations } = statistics;
  if (recommendations) {
    for (const key of RECOMMENDATIONS) {
      rows.push([
        t(`figures:recommendations.${key}.name`),
        recommendations[key],
        t('figures:unit.recommendations'),
        t(`figures:recommendations.${key}.definition`),
      ]);
    }
  }
  return tableOf({
    key: 'summary',
    name: t('workbook.sheet.summary'),
    title: t('workbook.title'),
    notes: [...context.notes, ...texts, ...exact, ...excluded],
    columns: [
      { key: 'figure', header: t('column.figure'), type: 'text', width: 34 },
      { key: 'value', header: t('column.value'), type: 'number' },
      { key: 'unit', header: t('column.unit'), type: 'text', width: 16 },
      { key: 'definition', header: t('column.definition'), type: 'text', width: 110 },
    ],
    rows,
  });
}

function partitionColumns({ t }: Context): ColumnSpec[] {
  return [
    { key: 'attended', header: t('column.attended'), type: 'number' },
    { key: 'inPersonOnly', header: t('figures:partition.inPersonOnly'), type: 'number' },
    { key: 'virtualOnly', header: t('figures:partition.virtualOnly'), type: 'number' },
    { key: 'both', header: t('figures:partition.both'), type: 'number' },
  ];
}

function partitionCells({ attended, inPersonOnly, virtualOnly, both }: Partition): Cells {
  return [attended, inPersonOnly, virtualOnly, both];
}

export function modalityTable(context: Context): Table {
  const { t, statistics } = context;
  return tableOf({
    key: 'modality',
    name: t('workbook.sheet.modality'),
    title: t('figures:modality.name'),
    notes: context.notes,
    columns: [
      { key: 'reading', header: t('column.reading'), type: 'text', width: 34 },
      ...partitionColumns(context),
      { key: 'definition', header: t('column.definition'), type: 'text', width: 110 },
    ],
    rows: [
      [
        t('figures:participations.name'),
        ...partitionCells(statistics.modality),
        t('figures:modality.definition'),
      ],
      [
        t('figures:distinctPersons.name'),
        ...partitionCells(statistics.modalityOfPersons),
        t('figures:modalityOfPersons.definition'),
      ],
    ],
  });
}

/** Sessions have times, and so a table of their own shape. */
function sessionTable(context: Context): Table {
  const { t, statistics } = context;
  const parts = new Map(statistics.breakdowns.session.map((part) => [part.part, part]));
  const rows = sessionsOf(context).flatMap(({ meeting, session }): Cells[] => {
    const part = parts.get(session.id);
    if (part === undefined) return [];
    return [
      [
        meetingLabel(meeting, context.world.programme, context.language),
        session.name,
        session.date,
        wallClock(session.start, meeting.timeZone),
        wallClock(session.end, meeting.timeZone),
        meeting.timeZone,
        ...partitionCells(part),
      ],
    ];
  });
  return tableOf({
    key: 'session',
    name: t('figures:by.session.name'),
    title: t('figures:by.session.name'),
    notes: context.notes,
    columns: [
      { key: 'meeting', header: t('column.meeting'), type: 'text' },
      { key: 'session', header: t('column.session'), type: 'text' },
      { key: 'date', header: t('column.date'), type: 'date' },
      { key: 'start', header: t('column.start'), type: 'datetime' },
      { key: 'end', header: t('column.end'), type: 'datetime' },
      { key: 'timeZone', header: t('column.timeZone'), type: 'text' },
      ...partitionColumns(context),
    ],
    rows,
    footnotes: [t('figures:by.session.definition')],
  });
}

/** A table for each breakdown that has parts. */
export function breakdownTables(context: Context): Table[] {
  const { t, statistics } = context;
  return BREAKDOWNS.filter(({ key }) => statistics.breakdowns[key].length > 0).map((breakdown) => {
    const { key, expects } = breakdown;
    if (key === 'session') return sessionTable(context);
    const nominated: ColumnSpec = {
      key: 'nominated',
      header: t('column.nominated'),
      type: 'number',
    };
    const name = t(`figures:by.${key}.name`);
    const parts = statistics.breakdowns[key];
    const partyAt = (at: number) =>
      (key === 'party' && context.parties.get(parts[at]?.part ?? '')) || null;
    const parties = listedParties(
      parts.map((_, at) => partyAt(at)),
      context,
    );
    const named = (party: Party | null) => party && parties.name(party);
    const rows = parts.map((part, at): Cells => [
      named(partyAt(at)) ?? partName(context, key, part.part),
      ...(expects ? [part.nominated] : []),
      ...partitionCells(part),
    ]);
    return tableOf({
      key,
      name,
      title: name,
      notes: context.notes,
      columns: [
        { key: 'part', header: t('column.part'), type: 'text', width: 48 },
        ...(expects ? [nominated] : []),
        ...partitionColumns(context),
      ],
      rows,
      footnotes: [t(`figures:by.${key}.definition`), ...parties.footnotes],
      besides: footnoteColumn(rows, partyAt, parties, t),
    });
  });
}

export function recommendationsTable(context: Context): Table[] {
  const { t, statistics, world, language } = context;
  const byMeeting = statistics.recommendations?.byMeeting ?? [];
  if (byMeeting.length === 0) return [];
  const counts = new Map(byMeeting.map((count) => [count.part, count]));
  const rows = context.meetings.flatMap(({ meeting }): Cells[] => {
    const count = counts.get(meeting.id);
    if (count === undefined) return [];
    const pillars = meeting.pillars.map((id) => pillarName(world.programme, id, language));
    return [[meetingName(meeting, language), pillars.join('; '), count.agreed, count.endorsed]];
  });
  return [
    tableOf({
      key: 'recommendations',
      name: t('workbook.sheet.recommendations'),
      title: t('workbook.sheet.recommendations'),
      notes: context.notes,
      columns: [
        { key: 'meeting', header: t('column.meeting'), type: 'text', width: 60 },
        { key: 'pillar', header: t('column.pillar'), type: 'text', width: 40 },
        { key: 'agreed', header: t('column.agreed'), type: 'number' },
        { key: 'endorsed', header: t('column.endorsed'), type: 'number' },
      ],
      rows,
      footnotes: [t('workbook.recommendationsDefinition')],
    }),
  ];
}
