import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Json } from '../../operation/json';
import { derivedId } from '../derived-id';
import type { Recommendation } from '../recommendation/types';
import { implementationProblem, type ImplementationProblem, type ReportedStatus } from './rules';
import type { Implementation } from './types';

/** The record of one party and year: whoever writes it down, and wherever, means the same one. */
export function implementationId(recommendation: string, party: string, year: number): string {
  return derivedId('implementation', recommendation, party, String(year));
}

/** Fields of a report whose heads a decision goes over. */
export const REPORT_FIELDS = [
  'recommendation',
  'party',
  'year',
  'status',
  'reportedOn',
  'evidence',
  'removed',
];

export interface Report extends ReportedStatus {
  readonly recommendation: Pick<Recommendation, 'id' | 'state' | 'agreedOn' | 'parties'>;
  readonly party: string;
  /** The calendar day where it is recorded, ISO: nothing is reported of days to come. */
  readonly today: string;
}

/** What is on record of the party and year. */
export interface OnRecord {
  /** `null`: nothing, or what was taken back. */
  readonly report: Implementation | null;
  /** Heads of these fields of the record, `REPORT_FIELDS` or some of them. */
  readonly headsOf: (fields: readonly string[]) => readonly string[];
}

/**
 * Records how far a party is with a recommendation in a year. A second report on the same party and
 * year changes the first; nothing is written when it says the same.
 */
export function reportImplementation(
  context: DecisionContext,
  report: Report,
  { report: before, headsOf }: OnRecord,
): Decision<ImplementationProblem> {
  const { recommendation, party, year, status, reportedOn } = report;
  const evidence = report.evidence.trim();
  const problem = implementationProblem(recommendation, party, report, report.today);
  if (problem !== null) return { ok: false, reason: problem };
  if (before === null) {
    const id = implementationId(recommendation.id, party, year);
    return {
      ok: true,
      drafts: [
        draft(context, {
          type: 'implementation.reported',
          over: [...headsOf(REPORT_FIELDS)],
          body: {
            id,
            set: {
              recommendation: recommendation.id,
              party,
              year,
              status,
              reportedOn,
              removed: false,
            },
          },
          personal: { set: { evidence } },
        }),
      ],
    };
  }
  const set: Record<string, Json> = {};
  if (before.status !== status) set['status'] = status;
  if (before.reportedOn !== reportedOn) set['reportedOn'] = reportedOn;
  const worded = before.evidence !== evidence;
  const fields = [...Object.keys(set), ...(worded ? ['evidence'] : [])];
  if (fields.length === 0) return { ok: true, drafts: [] };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'implementation.changed',
        over: [...headsOf(fields)],
        body: { id: before.id, set },
        personal: worded ? { set: { evidence } } : null,
      }),
    ],
  };
}

/** Takes a report back, or (`removed` false) lets it stand again as it was. */
export function takeBackReport(
  context: DecisionContext,
  report: Pick<Implementation, 'id'>,
  removed: boolean,
  heads: readonly string[],
): Decision {
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'implementation.changed',
        over: [...heads],
        body: { id: report.id, set: { removed } },
      }),
    ],
  };
}
