import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import type { Alias, Link, Login, Report } from './types';

/** One login as read from a report, with the link that may be made without asking. */
export interface ReadLogin {
  readonly name: string;
  readonly email: string | null;
  /** United, in milliseconds since the epoch. */
  readonly intervals: readonly (readonly [number, number])[];
  readonly link: Link | null;
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
  readonly logins: readonly ReadLogin[];
}

/** Takes over a platform's report as one act; the same file a second time changes nothing. */
export function importReport(
  context: DecisionContext,
  report: ReadReport,
  existing: readonly Report[],
): Decision<'same-file' | 'no-logins'> {
  if (existing.some((one) => one.digest === report.digest)) {
    return { ok: false, reason: 'same-file' };
  }
  if (report.logins.length === 0) return { ok: false, reason: 'no-logins' };
  const { meeting } = report;
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
          import: importId,
        },
      },
      personal: { set: { file: report.file, title: report.title } },
    }),
  ];
  for (const login of report.logins) {
    const id = context.newId();
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
          },
        },
        personal: { set: { name: login.name, email: login.email } },
      }),
    );
  }
  return { ok: true, drafts };
}

/** The people whom a link names. */
export function personsOf(link: Link | null): string[] {
  return link?.kind === 'persons' ? link.persons : [];
}

/**
 * A human's decision about a login. A display name that stands for one person is remembered as an
 * alias for later meetings when `remember` says so; a name that is no name ("iPhone") never should.
 */
export function linkLogin(
  context: DecisionContext,
  login: Login,
  link: Link | null,
  linkHeads: readonly string[],
  remember: boolean,
  aliases: readonly Alias[],
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
  const known = aliases.some(
    (alias) => !alias.revoked && alias.person === person && alias.name === login.name,
  );
  if (remember && !known && person !== undefined && persons.length === 1 && login.name !== '') {
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
