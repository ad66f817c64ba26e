import asset from '@assets/programmes/paris-pact.json';
import { sheetOf, writeWorkbook } from '@shared/codecs/xlsx/write';
import type { Column } from '@shared/codecs/table/column';
import { programmeFileSchema } from '@shared/domain/programme/types';
import type { Json } from '@shared/operation/json';
import type { Draft } from '@shared/operation/operation';
import { meetingLoad } from '../support/load';

interface Nominee {
  readonly person: Readonly<Record<string, Json>>;
  readonly party: string;
  readonly capacity: string;
  /** Its place in the list: what the load does not say is made of it. */
  readonly at: number;
}

const CAPACITIES: Readonly<Record<string, string>> = {
  head: 'Head of delegation',
  representative: 'Representative',
  expert: 'Expert',
  adviser: 'Adviser',
  observer: 'Observer',
};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const day = (at: number): string => `2026-10-${String(at + 1).padStart(2, '0')}`;

const personal =
  (field: string) =>
  ({ person }: Nominee): string =>
    textOf(person[field]);

const COLUMNS: readonly (readonly [string, (nominee: Nominee) => string])[] = [
  ['Delegation', ({ party }) => party],
  ['Family name', (nominee) => personal('family')(nominee) || personal('full')(nominee)],
  ['Given name', personal('given')],
  ['Capacity', ({ capacity }) => CAPACITIES[capacity] ?? ''],
  ['Job title', personal('jobTitle')],
  ['Institution', personal('institution')],
  ['E-mail', ({ person }) => (person['emails'] as string[])[0] ?? ''],
  ['Title', ({ person }) => (person['gender'] === 'female' ? 'Ms.' : 'Mr.')],
  ['Name in native script', personal('native')],
  ['Gender', ({ person }) => (person['gender'] === 'female' ? 'F' : 'M')],
  ['Mode of participation', ({ at }) => (at % 3 === 0 ? 'online' : 'in person')],
  ['Source document', () => 'Note verbale'],
  ['Document number', ({ at }) => `NV ${at % 97}/2026`],
  ['Document date', ({ at }) => day(at % 28)],
  ['Received on', ({ at }) => day((at * 5) % 28)],
  ['Remarks', ({ at }) => (at % 10 === 0 ? 'Visa requested' : '')],
];

/** The people of the reference load as a list that somebody sends: a workbook of our own writer. */
export async function nominationList(seed: number, scale: number): Promise<Uint8Array> {
  const rows = nominees(seed, scale);
  const columns = COLUMNS.map(([header, value]): Column<Nominee> => ({
    key: header,
    header,
    type: 'text',
    value,
  }));
  const sheet = sheetOf({ name: 'Nominations', columns, rows });
  return writeWorkbook([sheet], { title: 'Nominations', madeAt: '2026-11-01T00:00:00.000Z' });
}

function nominees(seed: number, scale: number): Nominee[] {
  const parties = new Map<string, string>();
  const people = new Map<string, Readonly<Record<string, Json>>>();
  const found: Nominee[] = [];
  for (const one of draftsOf(seed, scale)) {
    const { id, set } = one.body as { id: string; set: Record<string, Json> };
    switch (one.type) {
      case 'party.added':
        parties.set(id, (set['names'] as Record<string, string>)['en'] ?? textOf(set['code']));
        break;
      case 'person.recorded':
        people.set(id, one.personal?.['set'] as Record<string, Json>);
        break;
      case 'nomination.received':
        found.push({
          person: people.get(textOf(set['person'])) ?? {},
          party: parties.get(textOf(set['party'])) ?? '',
          capacity: textOf(set['capacity']),
          at: found.length,
        });
        break;
      case 'attendance.arrived':
        return found;
    }
  }
  return found;
}

function* draftsOf(seed: number, scale: number): Generator<Draft> {
  const file = programmeFileSchema.parse(asset);
  for (const chunk of meetingLoad(file, { seed, scale }).chunks) yield* chunk;
}
