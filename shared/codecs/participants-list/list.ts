import { CAPACITIES } from '../../domain/nomination/types';
import { displayName, listName } from '../../domain/person/rules';
import { PERSON_DEFAULTS, type Person } from '../../domain/person/types';
import { formatNumber } from '../../i18n/format';
import { digestMeeting } from '../../statistics/digest';
import { entriesOf, firstDay, frameOf, type Entry } from '../../statistics/entry';
import { hasAttended } from '../../statistics/figures/attended';
import type { MeetingWorld, World } from '../../statistics/world';
import { footnoteColumn, listedParties } from '../documents/listed-parties';
import { listOrder, meetingName } from '../documents/names';
import { tableOf, type Cells, type DocumentModel } from '../documents/table';
import type { Words } from '../documents/words';

export interface ListOptions {
  readonly language: string;
  readonly t: Words;
  readonly madeAt: string;
  /** Those who came, or those who are expected. */
  readonly which: 'attended' | 'nominated';
  /** Adds how everybody took part: in person, online, or both. */
  readonly withModality?: boolean;
  readonly people: ReadonlyMap<string, Person>;
  /**
   * `inside`: everybody, for those who organize the meeting. `outside`: for publication, and so only
   * those who agreed to be named; the others are counted in one line.
   */
  readonly audience: 'inside' | 'outside';
}

interface Listed {
  readonly entry: Entry;
  readonly person: Omit<Person, 'id'>;
}

/** People whose nomination says that they agreed, and none of theirs that they refused. */
function agreedToBeNamed({ nominations }: MeetingWorld): (person: string) => boolean {
  const granted = new Set<string>();
  const refused = new Set<string>();
  for (const { person, publish } of nominations) {
    if (publish === 'granted') granted.add(person);
    if (publish === 'refused') refused.add(person);
  }
  return (person) => granted.has(person) && !refused.has(person);
}

/** Head of delegation first, then by capacity; without one last. */
function seniority({ who }: Entry): number {
  return who.capacity === null ? CAPACITIES.length : CAPACITIES.indexOf(who.capacity);
}

/**
 * The list of participants of one meeting: States in the alphabetical order of the language, then
 * organizations, then people whose delegation is not on file; in each delegation the head first,
 * then by capacity, then by name. Names, titles and institutions stand as they were submitted;
 * parties have the names that they had at the time of the meeting. Where there are walk-ins whom
 * nobody has approved, a column says so and a line counts them. `null`: no such meeting.
 */
export function participantsList(
  world: World,
  meeting: string,
  options: ListOptions,
): DocumentModel | null {
  const found = world.meetings.find((one) => one.meeting.id === meeting);
  if (found === undefined) return null;
  const { language, t, which, people, audience, withModality = false } = options;
  const day = firstDay(found.meeting);
  const order = listOrder(language, day);
  const collator = new Intl.Collator(language);

  const wanted = (entry: Entry) =>
    which === 'attended'
      ? hasAttended(entry)
      : entry.who.isParticipant && entry.who.expected !== 'none';
  const scope = { kind: 'meeting', meeting } as const;
  const everybody = [...entriesOf(frameOf(world), [digestMeeting(found)], scope)]
    .filter(wanted)
    .map((entry): Listed => ({
      entry,
      person: people.get(entry.who.person) ?? PERSON_DEFAULTS,
    }))
    .sort((a, b) => {
      const [one, other] = [a.entry.party, b.entry.party];
      if (one !== other) return one && other ? order(one, other) : one ? -1 : 1;
      const rank = seniority(a.entry) - seniority(b.entry);
      return rank || collator.compare(listName(a.person), listName(b.person));
    });
  const agreed = agreedToBeNamed(found);
  const isNamed = ({ entry: { who }, person }: Listed) =>
    audience === 'inside' || (agreed(who.person) && !person.forgotten);
  const listed = everybody.filter(isNamed);
  const unnamed = everybody.length - listed.length;
  const waiting = everybody.filter(({ entry }) => entry.who.provisional).length;
  const withStanding = listed.some(({ entry }) => entry.who.provisional);

  const parties = listedParties(
    listed.map(({ entry }) => entry.party),
    { language, day, t },
  );

  const rows = listed.map(({ entry, person }): Cells => {
    const { party, who } = entry;
    const group = party === null ? 'others' : party.kind === 'country' ? 'states' : 'organizations';
    return [
      t(`participantsList.${group}`),
      party && parties.name(party),
      person.honorific,
      displayName(person),
      person.native === displayName(person) ? null : person.native,
      person.jobTitle,
      person.institution,
      who.capacity === null ? null : t(`domain:capacity.${who.capacity}`),
      ...(withModality
        ? [entry.attending === null ? null : t(`figures:attending.${entry.attending}`)]
        : []),
      ...(withStanding ? [who.provisional ? t('participantsList.provisional') : null] : []),
    ];
  });

  const synthetic = world.programme.synthetic || listed.some(({ entry }) => entry.facts.synthetic);
  const number = (key: 'count' | 'unnamed' | 'waiting', count: number) =>
    t(`participantsList.${key}`, { count, formatted: formatNumber(count, language) });
  const title = t('participantsList.title');
  const table = tableOf({
    key: 'list',
    name: title,
    title,
    notes: [
      ...(synthetic ? [t('synthetic')] : []),
      meetingName(found.meeting, language),
      `${t(`participantsList.${which}`)}: ${number('count', everybody.length)}`,
      ...(waiting > 0 ? [number('waiting', waiting)] : []),
      ...(unnamed > 0 ? [number('unnamed', unnamed)] : []),
      t('participantsList.names'),
    ],
    columns: [
      { key: 'group', header: t('column.group'), type: 'text', width: 16 },
      { key: 'party', header: t('column.party'), type: 'text', width: 36 },
      { key: 'honorific', header: t('column.honorific'), type: 'text', width: 12 },
      { key: 'name', header: t('column.name'), type: 'text', width: 32 },
      { key: 'native', header: t('column.native'), type: 'text', width: 28 },
      { key: 'jobTitle', header: t('column.jobTitle'), type: 'text', width: 32 },
      { key: 'institution', header: t('column.institution'), type: 'text', width: 40 },
      { key: 'capacity', header: t('column.capacity'), type: 'text' },
      ...(withModality
        ? [{ key: 'modality', header: t('column.modality'), type: 'text' } as const]
        : []),
      ...(withStanding
        ? [{ key: 'standing', header: t('column.standing'), type: 'text' } as const]
        : []),
    ],
    rows,
    footnotes: parties.footnotes,
    besides: footnoteColumn(rows, (at) => listed[at]?.entry.party ?? null, parties, t),
  });
  return {
    title: `${title}: ${meetingName(found.meeting, language)}`,
    madeAt: options.madeAt,
    tables: [table],
    mark: synthetic ? { header: t('syntheticColumn'), value: t('syntheticValue') } : null,
  };
}
