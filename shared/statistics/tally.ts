import { scheduleOf } from '../domain/meeting/rules';
import type { Meeting } from '../domain/meeting/types';
import { BREAKDOWNS, type BreakdownKey } from './breakdowns';
import { Cell } from './cell';
import { Count } from './count';
import type { MeetingDigest } from './digest';
import { entryOf, meetingFacts, type Frame, type MeetingFacts } from './entry';
import { FIGURES, type FigureKey } from './figures/all';
import { hasAttended } from './figures/attended';
import { representsParty } from './figures/delegations';
import { recommendationFigures } from './figures/recommendations';
import { countByStatus, Matrix } from './matrix';
import type { Participant } from './participants';
import { Parts } from './parts';
import { Persons } from './persons';
import type { Excluded, FigureValue, Part, Statistics } from './result';
import { isPartOfMeeting, type Scope } from './scope';

/** Meetings in order of time; those without a date last. */
function byTime(a: Meeting, b: Meeting): number {
  const [startA, startB] = [scheduleOf(a).start ?? '~', scheduleOf(b).start ?? '~'];
  if (startA !== startB) return startA < startB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * All figures of a scope as a running count. Every figure is a number that one participant raises
 * or lowers, so that one more arrival costs one participant and not the whole year; and a recount
 * is the same code, run over everybody.
 */
export class Tally {
  private readonly meetings = new Map<string, MeetingFacts>();
  private readonly excluded: Excluded[] = [];
  private readonly counts = FIGURES.map((figure) => new Count(figure));
  private readonly breakdowns: Parts[];
  private readonly modality = new Cell();
  private readonly persons = new Persons();
  private readonly matrix: Matrix;
  private invented = 0;

  /** `digests` are those of the scope. */
  constructor(
    private readonly frame: Frame,
    digests: readonly MeetingDigest[],
    private readonly scope: Scope,
  ) {
    const held: MeetingDigest[] = [];
    for (const digest of [...digests].sort((a, b) => byTime(a.meeting, b.meeting))) {
      const { id, state } = digest.meeting;
      if (state === 'cancelled') this.excluded.push({ meeting: id, reason: 'cancelled' });
      else held.push(digest);
    }
    for (const { meeting } of held) this.meetings.set(meeting.id, meetingFacts(frame, meeting));
    this.matrix = new Matrix([...this.meetings.values()]);
    this.breakdowns = BREAKDOWNS.map(
      (breakdown) =>
        new Parts(
          breakdown,
          breakdown.within?.(scope, held) ?? null,
          breakdown.order?.(frame, held) ?? [],
        ),
    );
    for (const { meeting, participants } of held) {
      for (const who of participants.values()) this.change(meeting.id, who, 1);
    }
  }

  /** What was known of a person at a meeting, and what is known now; `null`: nothing. */
  replace(meeting: string, before: Participant | null, after: Participant | null): void {
    if (before) this.change(meeting, before, -1);
    if (after) this.change(meeting, after, 1);
  }

  private change(meeting: string, who: Participant, by: 1 | -1): void {
    const at = this.meetings.get(meeting);
    if (at === undefined) return;
    const entry = entryOf(this.frame, at, this.scope, who);
    if (entry.facts.synthetic) this.invented += by;
    for (const count of this.counts) count.change(entry, by);
    if (entry.attending !== null && entry.party !== null && representsParty(entry)) {
      this.matrix.change(entry.party, meeting, entry.attending, by);
    }
    if (!who.isParticipant) return;
    for (const breakdown of this.breakdowns) breakdown.change(entry, by);
    if (entry.attending === null || !hasAttended(entry)) return;
    this.modality.attend(entry.attending, by);
    this.persons.change(who.person, entry.attending, by);
  }

  /** The figures as they stand; a snapshot that later changes leave alone. */
  statistics(): Statistics {
    const parties = this.matrix.read();
    return {
      scope: this.scope,
      meetings: [...this.meetings.keys()],
      excluded: this.excluded,
      synthetic: this.frame.programme.synthetic || this.invented > 0,
      figures: byKey<FigureKey, FigureValue>(
        this.counts.map((count) => [count.figure.key, count.read()]),
      ),
      modality: this.modality.partition(),
      modalityOfPersons: this.persons.read(),
      byStatus: countByStatus(parties),
      parties,
      breakdowns: byKey<BreakdownKey, Part[]>(
        this.breakdowns.map((parts) => [parts.breakdown.key, parts.read()]),
      ),
      recommendations: isPartOfMeeting(this.scope)
        ? null
        : recommendationFigures(this.frame.recommendations, new Set(this.meetings.keys())),
    };
  }
}

function byKey<Key extends string, Value>(pairs: (readonly [Key, Value])[]): Record<Key, Value> {
  return Object.fromEntries(pairs) as Record<Key, Value>;
}
