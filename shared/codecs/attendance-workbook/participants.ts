import { attendingIn, type Attending } from '../../domain/attendance/presence';
import { inOrder } from '../../domain/meeting/rules';
import { listName } from '../../domain/person/rules';
import { PERSON_DEFAULTS, type Person } from '../../domain/person/types';
import { digestMeeting } from '../../statistics/digest';
import { entriesOf, frameOf, type Entry } from '../../statistics/entry';
import { footnoteColumn, listedParties } from '../documents/listed-parties';
import { listOrder, meetingLabel } from '../documents/names';
import { tableOf, type Cells, type ColumnSpec, type Table } from '../documents/table';
import type { Context } from './context';

/** Somebody nominated or present, with the name for which the workbook was asked. */
interface Row {
  readonly entry: Entry;
  readonly person: Omit<Person, 'id'>;
}

function rowsOf(context: Context, people: ReadonlyMap<string, Person>): Row[] {
  const { statistics, language, day } = context;
  const order = listOrder(language, day);
  const collator = new Intl.Collator(language);
  const byDelegation = (a: Row, b: Row) => {
    const [one, other] = [a.entry.party, b.entry.party];
    if (one !== other) return one && other ? order(one, other) : one ? -1 : 1;
    return collator.compare(listName(a.person), listName(b.person));
  };
  const frame = frameOf(context.world);
  return context.meetings.flatMap((world) => {
    const entries = entriesOf(frame, [digestMeeting(world)], statistics.scope);
    return [...entries]
      .map((entry) => ({ entry, person: people.get(entry.who.person) ?? PERSON_DEFAULTS }))
      .sort(byDelegation);
  });
}

/**
 * Everybody who was nominated or present, by name: personal data, and so only where the people
 * were handed over. Sessions have columns where one meeting is meant.
 */
export function participantsTable(context: Context, people: ReadonlyMap<string, Person>): Table {
  const { t, language, world } = context;
  const only = context.meetings.length === 1 ? context.meetings[0] : undefined;
  const sessions = only ? inOrder(only.sessions) : [];
  const attending = (how: Attending | null) =>
    how === null ? null : t(`figures:attending.${how}`);
  const listed = rowsOf(context, people);
  const parties = listedParties(
    listed.map(({ entry }) => entry.party),
    context,
  );
  const rows = listed.map(({ entry, person }): Cells => {
    const { who, party, at } = entry;
    return [
      meetingLabel(at.meeting, world.programme, language),
      party && parties.name(party),
      listName(person),
      person.honorific,
      person.jobTitle,
      person.institution,
      who.capacity === null ? null : t(`domain:capacity.${who.capacity}`),
      t(`figures:expected.${who.provisional ? 'provisional' : who.expected}`),
      who.presence.registered ? t('yes') : t('no'),
      attending(entry.attending),
      ...sessions.map((session) => attending(attendingIn(who.presence.sessions.get(session.id)))),
    ];
  });
  const text = (key: string, header: string, width?: number): ColumnSpec => ({
    key,
    header,
    type: 'text',
    ...(width === undefined ? {} : { width }),
  });
  return tableOf({
    key: 'participants',
    name: t('workbook.sheet.participants'),
    title: t('workbook.sheet.participants'),
    notes: [...context.notes, t('workbook.personal')],
    columns: [
      text('meeting', t('column.meeting')),
      text('party', t('column.party'), 36),
      text('name', t('column.name'), 32),
      text('honorific', t('column.honorific'), 12),
      text('jobTitle', t('column.jobTitle')),
      text('institution', t('column.institution'), 36),
      text('capacity', t('column.capacity')),
      text('expected', t('column.expected'), 20),
      text('registered', t('column.registered'), 14),
      text('modality', t('column.modality'), 20),
      ...sessions.map(({ id, name }) => text(`session:${id}`, name, 18)),
    ],
    rows,
    footnotes: [t('workbook.participantsDefinition'), ...parties.footnotes],
    besides: footnoteColumn(rows, (at) => listed[at]?.entry.party ?? null, parties, t),
  });
}
