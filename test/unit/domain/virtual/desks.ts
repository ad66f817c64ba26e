import { undoImport } from '@shared/domain/import/decide';
import { importReport } from '@shared/domain/virtual/decide';
import { decideLogins, rejectPerson, revokeName } from '@shared/domain/virtual/decisions';
import type { VirtualHeads } from '@shared/domain/virtual/decisions';
import {
  personsOf,
  type Alias,
  type Link,
  type Login,
  type Report,
} from '@shared/domain/virtual/types';
import type { Decision, DecisionContext } from '@shared/operation/draft';
import { headIds } from '@shared/projections/record';
import type { RecordRow } from '@shared/projections/row';
import { view } from '@shared/projections/views';
import { evidenceLogins } from '@shared/statistics/virtual/evidence';
import { Replica } from '../../../support/replica';
import { seededIds } from '../../../support/seeded';
import { hashOf, projected } from '../../projections/visible';

/** Desks that decide on the logins of a report without hearing of one another. */
export const DESKS = 2;
export const LOGINS = 3;
export const PEOPLE = 3;

type VirtualTable = 'reports' | 'logins' | 'aliases';

export class Desk {
  constructor(
    readonly replica: Replica,
    private readonly context: DecisionContext,
    private readonly meeting: string,
  ) {}

  private rows(table: VirtualTable): RecordRow[] {
    const rows = projected(this.replica.operations()).tables.get(table)?.values() ?? [];
    return ([...rows] as RecordRow[]).filter(({ live }) => live === 1);
  }

  reports(): Report[] {
    return this.rows('reports').map((row) => view('reports', row));
  }

  /** Every record, those of one file taken over twice as well. */
  records(): Login[] {
    return this.rows('logins').map((row) => view('logins', row));
  }

  /** The logins as the page shows them and figures count them. */
  logins(): Login[] {
    return evidenceLogins(this.reports(), this.records()).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  }

  aliases(): Alias[] {
    return this.rows('aliases').map((row) => view('aliases', row));
  }

  private readonly headsOf: VirtualHeads = (table, id, fields) => {
    const row = this.rows(table).find((one) => one.id === id);
    return row === undefined ? [] : headIds(row, fields);
  };

  hash(): string {
    return hashOf(projected(this.replica.operations()));
  }

  /** Takes the file over; refused where it is here already. */
  takeOver(digest = 'a', replaces: string | null = null): boolean {
    const decided = importReport(
      this.context,
      {
        ...{ meeting: this.meeting, file: 'report.csv', platform: 'zoom', title: '' },
        ...{ generation: 'meeting-2023', timeZone: 'UTC', rows: LOGINS, dropped: 0 },
        digest: digest.repeat(64),
        replaces: replaces === null ? null : { report: replaces, logins: this.logins() },
        logins: Array.from({ length: LOGINS }, (_, at) => ({
          ...{ name: `Login ${at}`, email: null, intervals: [[0, 60_000]] as const, link: null },
        })),
      },
      this.reports(),
    );
    if (decided.ok) this.replica.commit(decided.drafts);
    return decided.ok;
  }

  /** Takes one of the reports back, with its logins. */
  takeBack(report: Report): void {
    const undone = undoImport(
      this.context,
      this.meeting,
      report.import ?? '',
      [],
      [
        { id: report.id, table: 'reports', removedHeads: [], subjects: [], touched: false },
        ...this.records()
          .filter((login) => login.report === report.id)
          .map(({ id, link }) => ({
            ...{ id, table: 'logins' as const, removedHeads: [], touched: false },
            subjects: [id, ...personsOf(link)],
          })),
      ],
    );
    if (undone.decision.ok) this.replica.commit(undone.decision.drafts);
  }

  /** Does what a human would; whatever the rules refuse is not done. */
  act(kind: string, at: number, person: string): void {
    const login = this.logins()[at];
    if (login === undefined) return;
    const known = { aliases: this.aliases(), headsOf: this.headsOf, forgotten: () => false };
    const link = (meant: Link | null): Decision =>
      decideLogins(this.context, [{ login, link: meant, remember: true }], known);
    const decided = ((): Decision | null => {
      switch (kind) {
        case 'link':
          return link({ kind: 'persons', persons: [person], by: 'hand' });
        case 'nobody':
          return link({ kind: 'nobody', why: 'interpreter' });
        case 'open':
          return link(null);
        case 'reject':
          return rejectPerson(this.context, login, person, this.headsOf);
        default: {
          const [alias] = this.aliases().filter(({ revoked }) => !revoked);
          if (alias === undefined) return null;
          const reopen = this.logins().filter(
            ({ name, link: now }) => name === alias.name && now !== null,
          );
          return revokeName(this.context, { alias, reopen }, known);
        }
      }
    })();
    if (decided?.ok === true) this.replica.commit(decided.drafts);
  }
}

/** Two desks; `exchanged`: the first took the file over and told the other, `apart`: both did. */
export function desks(
  seed: number,
  taken: 'exchanged' | 'apart' | 'not-yet',
): { all: Desk[]; people: string[] } {
  const newId = seededIds(seed);
  const context = { newId, now: '2026-11-21T09:00:00.000Z' };
  const meeting = newId();
  // The second desk's clock is a day late.
  const clocks = [Date.UTC(2026, 10, 21), Date.UTC(2026, 10, 20)];
  const all = clocks.map((ms) => new Desk(new Replica(newId(), () => ms), context, meeting));
  if (taken !== 'not-yet') all[0]?.takeOver();
  if (taken === 'apart') all[1]?.takeOver();
  if (taken === 'exchanged') all[1]?.replica.merge(all[0]?.replica.operations() ?? []);
  return { all, people: Array.from({ length: PEOPLE }, () => newId()) };
}
