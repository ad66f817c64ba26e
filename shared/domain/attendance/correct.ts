import type { Decision, DecisionContext } from '../../operation/draft';
import type { Modality } from '../nomination/types';
import { eventDraft, retract } from './decide';
import type { AttendanceEvent, Scope } from './types';

/** What a correction may say otherwise. */
export interface Put {
  readonly kind: AttendanceEvent['kind'];
  readonly scope: Scope;
  readonly modality: Modality;
  /** ISO, UTC. */
  readonly when: string;
}

/** The longest reason; see `operations.ts`. */
const REASON_LIMIT = 1000;

type Unreasoned = 'reason-missing' | 'in-future';

function reasonOf(note: string): string {
  return note.trim().slice(0, REASON_LIMIT);
}

/**
 * Puts an event right, as one act: the wrong one is taken back with the reason, and another with
 * the source *correction* stands in its place. The original stays in the journal.
 */
export function correctEvent(
  context: DecisionContext,
  meeting: string,
  person: string,
  wrong: AttendanceEvent,
  right: Put,
  note: string,
): Decision<Unreasoned | 'unchanged'> {
  const { kind, scope, modality, when } = right;
  const same =
    wrong.kind === kind &&
    wrong.scope === scope &&
    wrong.modality === modality &&
    Date.parse(wrong.when) === Date.parse(when);
  if (same) return { ok: false, reason: 'unchanged' };
  const added = addEvent(context, meeting, person, right, note);
  if (!added.ok) return added;
  const taken = retract(context, meeting, person, [wrong.id], reasonOf(note));
  return { ok: true, drafts: [...(taken.ok ? taken.drafts : []), ...added.drafts] };
}

/** Writes down afterwards what nobody recorded, with the reason. */
export function addEvent(
  context: DecisionContext,
  meeting: string,
  person: string,
  { kind, scope, modality, when }: Put,
  note: string,
): Decision<Unreasoned> {
  const reason = reasonOf(note);
  if (reason === '') return { ok: false, reason: 'reason-missing' };
  if (Date.parse(when) > Date.parse(context.now)) return { ok: false, reason: 'in-future' };
  const source = 'correction';
  const said = { meeting, person, kind, scope, modality, when, source, note: reason } as const;
  return { ok: true, drafts: [eventDraft(context, said)] };
}

/** Takes an event back because it is wrong, with the reason; nothing stands in its place. */
export function retractEvent(
  context: DecisionContext,
  meeting: string,
  person: string,
  wrong: AttendanceEvent,
  note: string,
): Decision<'reason-missing' | 'nothing-to-undo'> {
  const reason = reasonOf(note);
  if (reason === '') return { ok: false, reason: 'reason-missing' };
  return retract(context, meeting, person, [wrong.id], reason);
}
