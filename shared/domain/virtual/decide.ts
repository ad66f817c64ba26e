import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import { carryDecisions } from './carry';
import { personsOf, type Alias, type Link, type Login, type Report } from './types';

export { personsOf } from './types';

/** One login as read from a report, with the link that may be made without asking. */
export interface ReadLogin {
  readonly name: string;
  readonly email: string | null;
  /** United, in milliseconds since the epoch. */
  readonly intervals: readonly (readonly [number, number])[];
  readonly link: Link | null;
  /** People of whom a human said that this login is not them. */
  readonly rejected?: readonly string[];
}

export interface ReadReport {
  readonly meeting: string;
  readonly file: string;
  readonly title: string;
  readonly platform: string;
  readonly generation: string;
  readonly timeZone: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly rows: number;
  readonly dropped: number;
  /** Rows that were taken over after something in them was mended. */
  readonly repaired?: number;
  /** The report that this one corrects: its decisions are kept, its evidence counts no more. */
  readonly replaces?: { readonly report: string; readonly logins: readonly Login[] } | null;
  /** SHA-256 of the file as an attachment, where somebody asked to keep it. */
  readonly attachment?: string | null;
  readonly logins: readonly ReadLogin[];
}

/**
 * Takes over a platform's report as one act; the same file a second time changes nothing. Of a
 * report that corrects another one the decisions about the same logins are kept; see `carry.ts`.
 */
export function importReport(
  context: DecisionContext,
  report: ReadReport,
  existing: readonly Report[],
): Decision<'same-file' | 'no-logins'> {
  if (existing.some((one) => one.digest === report.digest)) {
    return { ok: false, reason: 'same-file' };
  }
  if (report.logins.length === 0) return { ok: false, reason: 'no-logins' };
  const { meeting, repaired = 0, replaces = null, attachment = null } = report;
  const logins = carryDecisions(report.logins, replaces?.logins ?? []);
  const importId = context.newId();
  const reportId = context.newId();
  const drafts: Draft[] = [
    draft(context, {
      type: 'import.made',
      meeting,
      body: { id: importId, set: { kind: 'report', rows: report.rows, state: 'made' } },
      personal: { set: { file: report.file } },
    }),
    draft(context, {
      type: 'report.imported',
      meeting,
      body: {
        id: reportId,
        set: {
          platform: report.platform,
          generation: report.generation,
          timeZone: report.timeZone,
          digest: report.digest,
          rows: report.rows,
          dropped: report.dropped,
          repaired,
          replaces: replaces?.report ?? null,
          import: importId,
        },
      },
      personal: { set: { file: report.file, title: report.title } },
    }),
  ];
  const ids = logins.map(() => context.newId());
  if (attachment !== null) {
    // The file names everybody who was connected: it goes with whoever of them is forgotten first.
    drafts.push(
      draft(context, {
        type: 'report.changed',
        meeting,
        subjects: ids,
        blobs: [attachment],
        body: { id: reportId, set: { attachment } },
      }),
    );
  }
  for (const [at, login] of logins.entries()) {
    const id = ids[at] ?? context.newId();
    drafts.push(
      draft(context, {
        type: 'login.recorded',
        meeting,
        subjects: [id, ...personsOf(login.link)],
        body: {
          id,
          set: {
            report: reportId,
            intervals: login.intervals.map(([start, end]) => [start, end]),
            link: login.link,
            ...(login.rejected === undefined || login.rejected.length === 0
              ? {}
              : { rejected: [...login.rejected] }),
          },
        },
        personal: { set: { name: login.name, email: login.email } },
      }),
    );
  }
  return { ok: true, drafts };
}

/** A correction takes the place of another report of the same file, because its own was taken back. */
export function correctInstead(
  context: DecisionContext,
  correction: Pick<Report, 'id' | 'meeting'>,
  replaces: string,
  heads: readonly string[],
): Draft {
  return draft(context, {
    type: 'report.changed',
    meeting: correction.meeting,
    over: [...heads],
    body: { id: correction.id, set: { replaces } },
  });
}

/**
 * A human's decision about a login. A display name that stands for one person is remembered as an
 * alias for later meetings when `remember` says so; a name that is no name ("iPhone") never should,
 * nor one that is remembered already.
 */
export function linkLogin(
  context: DecisionContext,
  login: Login,
  link: Link | null,
  linkHeads: readonly string[],
  remember: boolean,
): Decision {
  const persons = personsOf(link);
  const drafts = [
    draft(context, {
      type: 'login.linked',
      meeting: login.meeting,
      over: [...linkHeads],
      subjects: [login.id, ...persons],
      body: { id: login.id, set: { link } },
    }),
  ];
  const [person] = persons;
  if (remember && person !== undefined && persons.length === 1 && login.name !== '') {
    drafts.push(
      draft(context, {
        type: 'alias.confirmed',
        subjects: [person],
        body: { id: context.newId(), set: { person, revoked: false } },
        personal: { set: { name: login.name } },
      }),
    );
  }
  return { ok: true, drafts };
}

/** Takes back a confirmed alias: it links nothing from now on. */
export function revokeAlias(
  context: DecisionContext,
  alias: Alias,
  heads: readonly string[],
): Decision {
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'alias.changed',
        over: [...heads],
        subjects: [alias.person],
        body: { id: alias.id, set: { revoked: true } },
      }),
    ],
  };
}
