import { implementationId } from '../implementation/decide';
import type { ImplementationFields, ImplementationStatus } from '../implementation/types';
import { partiesAt, type MeetingKey } from './cells';
import type { AgreedRecommendation } from './proceedings';
import { onDay } from './timeline';
import type { SampleWorld } from './world';

/** One recommendation in so many is addressed to some parties; the others are to all. */
const ADDRESSED_EVERY = 3;
const ADDRESSEES = 4;
/** Parties that report on a recommendation that is addressed to all. */
const REPORTING = 2;

/** Codes of the parties that the experts address a recommendation to; none: it is to all. */
export function addressees(meeting: MeetingKey, number: number): string[] {
  if (number % ADDRESSED_EVERY !== 0) return [];
  return partiesAt(meeting).slice(number, number + ADDRESSEES);
}

/** When and for which year parties were asked how far they are. */
const ROUNDS = [
  { year: 2024, reportedOn: '2024-10-15' },
  { year: 2025, reportedOn: '2025-10-14' },
] as const;

const BY_ROUND: readonly (readonly ImplementationStatus[])[] = [
  ['not-started', 'in-progress', 'in-progress', 'no-longer-relevant'],
  ['in-progress', 'implemented', 'in-progress', 'no-longer-relevant'],
];

const EVIDENCE: Record<ImplementationStatus, string> = {
  'not-started': '',
  'in-progress': '[Synthetic text] A working group was set up and has met twice.',
  implemented: '[Synthetic text] The procedure is in force.',
  'no-longer-relevant': '[Synthetic text] Overtaken by a change of the law.',
};

/**
 * Adds what parties reported on endorsed recommendations in the years after. Nobody has published
 * such reports: every status and every line of evidence is invented.
 */
export function planStockTaking(
  { ledger, timeline, parties }: SampleWorld,
  agreed: readonly AgreedRecommendation[],
): void {
  for (const { id: recommendation, key, number } of agreed) {
    const named = addressees(key, number);
    const reporting =
      named.length > 0 ? named : partiesAt(key).slice(number - 1, number - 1 + REPORTING);
    for (const [place, code] of reporting.entries()) {
      const party = parties.get(code);
      if (party === undefined) continue;
      for (const [round, { year, reportedOn }] of ROUNDS.entries()) {
        // Not everybody answers every time.
        if (round > 0 && (number + place) % 2 === 0) continue;
        const statuses = BY_ROUND[round] ?? [];
        const status = statuses[(number + place) % statuses.length] ?? 'not-started';
        const set = { recommendation, party, year, status, reportedOn } satisfies Omit<
          ImplementationFields,
          'evidence'
        >;
        const personal = { evidence: EVIDENCE[status] };
        const id = implementationId(recommendation, party, year);
        timeline.add(onDay(reportedOn, 10), () =>
          ledger.write({ type: 'implementation.reported', id, set, personal }),
        );
      }
    }
  }
}
