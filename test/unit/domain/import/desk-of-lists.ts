import { createHash } from 'node:crypto';
import builtIn from '@assets/programmes/paris-pact.json';
import countriesFile from '@assets/countries.json';
import { settledRow, type Choices } from '@shared/codecs/nominations/choice';
import type { NominationList } from '@shared/codecs/nominations/types';
import { undoImport } from '@shared/domain/import/decide';
import { importNominations } from '@shared/domain/nomination/decide';
import { createProgramme } from '@shared/domain/programme/create';
import { countryFields } from '@shared/domain/programme/file';
import { countriesFileSchema, programmeFileSchema } from '@shared/domain/programme/types';
import type { RecordTable } from '@shared/domain/record';
import { personsOf } from '@shared/domain/virtual/types';
import { checkDraft } from '@shared/journal/catalogue';
import type { DecisionContext } from '@shared/operation/draft';
import type { Draft, Operation } from '@shared/operation/operation';
import {
  importedRecords,
  type Hanging,
  type PresentState,
} from '@shared/projections/imported-records';
import { MemoryRows, project } from '@shared/projections/project';
import { headIds } from '@shared/projections/record';
import type { AttendanceRow, RecordRow } from '@shared/projections/row';
import { stateHash } from '@shared/projections/state-hash';
import { view, type Views } from '@shared/projections/views';
import { knownParties } from '@renderer/features/nominations/known-parties';
import { knownNominees } from '@renderer/features/nominations/known-people';
import { listToTake, type WholeList } from '@renderer/features/nominations/take-over';
import {
  mapColumnsJob,
  openTableJob,
  readNominationsJob,
  type ReadNominationsInput,
} from '@renderer/workers/jobs/read-nominations';
import { counting } from '../../../support/deciding';
import { stamp } from '../../../support/stamp';

const REPLICA = '01890000-0000-7000-8000-000000000001';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const WORLD = countriesFileSchema.parse(countriesFile).countries.map(countryFields);
const PROGRAMME = programmeFileSchema.parse(builtIn);

export const WHOLE: WholeList = {
  ...{ party: null, capacity: 'representative', modality: 'in-person' },
  ...{ receivedOn: '2026-11-21', accept: true },
};

/** A desk with the built-in programme, as far as lists of nominations are concerned. */
export class ListDesk {
  readonly context: DecisionContext = counting(0x1000);
  readonly operations: Operation[] = [];
  private readonly rows = new MemoryRows();

  constructor(readonly meeting = '01890000-0000-7000-8000-00000000aaaa') {
    this.commit(createProgramme(PROGRAMME, this.context).drafts);
  }

  commit(drafts: readonly Draft[]): Operation[] {
    for (const one of drafts) checkDraft(one);
    const fromMs = Date.UTC(2026, 10, 21) + this.operations.length;
    const stamped = [...stamp(drafts, { replica: REPLICA, fromMs })];
    for (const operation of stamped) project(operation, this.rows);
    this.operations.push(...stamped);
    return stamped;
  }

  list<T extends RecordTable>(table: T, meeting: string | null = null): Views[T][] {
    const all = [...(this.rows.tables.get(table)?.values() ?? [])] as RecordRow[];
    return all
      .filter((row) => row.live === 1 && (meeting === null || row.meeting === meeting))
      .map((row) => view(table, row));
  }

  heads(table: RecordTable, id: string, fields: readonly string[]): string[] {
    return headIds(this.rows.get(table, id) as RecordRow, fields);
  }

  hash(): string {
    return stateHash(
      [...this.rows.tables.values()].flatMap((table) => [...table.values()]),
      sha256,
    );
  }

  parties() {
    return knownParties(this.list('parties'), WORLD);
  }

  /** A file as the worker reads it, its columns as guessed. */
  async read(
    name: string,
    bytes: Uint8Array,
    answers: Partial<ReadNominationsInput> = {},
  ): Promise<NominationList> {
    const table = await openTableJob({ name, bytes });
    if (!table.ok) throw new Error(table.reason);
    const sheet = table.sheets.at(-1);
    if (sheet === undefined) throw new Error('no sheet');
    const parties = this.parties().all;
    const { headerRow, columns } =
      table.handedOut?.mapping ?? (await mapColumnsJob({ sheet, parties }));
    const own = parties.find(({ code }) => code === table.handedOut?.party)?.id;
    const nominations = this.list('nominations');
    return readNominationsJob({
      parties,
      parts: [
        { sheet, mapping: { headerRow, columns }, ...(own === undefined ? {} : { party: own }) },
      ],
      existing: knownNominees(
        this.list('people'),
        nominations.filter((one) => one.meeting === this.meeting),
        nominations.filter((one) => one.meeting !== this.meeting),
      ),
      ...{ settled: new Map(), dayOrder: null, defaultParty: null, lastDay: '2026-11-30' },
      ...answers,
    });
  }

  /** Takes a list over; the operations of the act. */
  take(
    list: NominationList,
    {
      whole = WHOLE,
      choices = new Map(),
      settled = new Map(),
    }: { whole?: WholeList; choices?: Choices; settled?: ReadonlyMap<string, string> } = {},
  ): Operation[] {
    const rows = list.rows.map((row) => settledRow(row, choices.get(row.key)));
    const taken = listToTake(
      rows.filter((row) => row !== null && row !== 'open'),
      whole,
      this.parties(),
      {
        person: (id) => this.list('people').find((one) => one.id === id),
        heads: (table, id, fields) => this.heads(table, id, fields),
      },
      this.context.newId,
      settled,
    );
    const decision = importNominations(this.context, {
      ...{ meeting: this.meeting, file: 'list.csv', ...taken },
    });
    if (!decision.ok) throw new Error(decision.reason);
    return this.commit(decision.drafts);
  }

  /** Takes an import back; what stays, as `table because`. */
  takeBack(made: readonly Operation[]): string[] {
    const id = made[0]?.body['id'] as string;
    const records = importedRecords(made, this.present());
    const undone = undoImport(
      this.context,
      this.meeting,
      id,
      this.heads('imports', id, ['state']),
      records,
    );
    if (!undone.decision.ok) throw new Error(undone.decision.reason);
    this.commit(undone.decision.drafts);
    return records
      .filter(({ touched }) => touched)
      .map(({ table, because }) => `${table} ${because.join(', ')}`);
  }

  private present(): PresentState {
    const attended = [...(this.rows.tables.get('attendance')?.values() ?? [])] as AttendanceRow[];
    const seen = new Set(
      attended.filter(({ e }) => Object.keys(e).length > 0).map(({ person }) => person),
    );
    const linked = new Set(this.list('logins').flatMap(({ link }) => personsOf(link)));
    const badged = new Set(this.list('badges').map(({ person }) => person));
    const roots = new Set(this.list('people').map(({ mergedInto }) => mergedInto));
    const said: readonly [Hanging['because'], ReadonlySet<string | null>][] = [
      ['checked-in', seen],
      ['linked', linked],
      ['badge', badged],
      ['merged', roots],
    ];
    return {
      row: (table, id) => this.rows.get(table, id) as RecordRow | undefined,
      history: (_, id) => this.operations.filter(({ body }) => body['id'] === id),
      hanging: (person) =>
        said.flatMap(([because, people]) => (people.has(person) ? [{ because, at: '9' }] : [])),
      replaces: (id) => this.list('nominations').some(({ replacedBy }) => replacedBy === id),
      nominationsOf: (table, id) =>
        this.list('nominations').filter(
          (one) => (table === 'people' ? one.person : one.party) === id,
        ),
      usedElsewhere: () => false,
    };
  }
}
