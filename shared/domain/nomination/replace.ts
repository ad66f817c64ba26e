import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Body, Draft } from '../../operation/operation';
import type { PersonFields } from '../person/types';
import { bitesItsTail } from './chain';
import type { HeadsOf } from './bulk';
import { addNomination } from './decide';
import { isOpen, nominationMovesFrom } from './rules';
import type { Capacity, Modality, Nomination, SourceDocument } from './types';

/** Who comes instead: somebody who is nominated already, or somebody named only now. */
export type Successor =
  | { readonly kind: 'nomination'; readonly id: string }
  | {
      readonly kind: 'person';
      /** A known person, or `null`: somebody new. */
      readonly id: string | null;
      readonly set: Partial<Omit<PersonFields, 'synthetic'>>;
      readonly capacity: Capacity;
      readonly modality: Modality;
    };

export interface Replacement {
  readonly nomination: Nomination;
  readonly by: Successor;
}

/** What holds for all replacements of one act. */
export interface ReplacementPaper {
  /** Who said so; empty: not told. */
  readonly authorisedBy: string;
  /** The paper that names who comes instead; `null`: none is on file. */
  readonly source: SourceDocument | null;
  /** ISO date; `null`: not known. */
  readonly receivedOn: string | null;
  /** Accepts whoever comes instead, where that has not been done. */
  readonly accept: boolean;
}

export interface NominationsNow {
  /** All nominations of the meeting. */
  readonly nominations: readonly Nomination[];
  readonly headsOf: HeadsOf;
}

export type ReplacementRefusal =
  | 'nothing-to-replace'
  | 'not-allowed'
  | 'itself'
  | 'circular'
  | 'other-meeting'
  | 'successor-gone'
  | 'already-nominated'
  | 'name-missing'
  | 'party-missing';

type Refusal = Extract<Decision<ReplacementRefusal>, { ok: false }>;

/** What is wrong with a replacement, `null` when nothing is. `params.nomination` is whom it is about. */
function refusal(
  { nomination, by }: Replacement,
  nominations: readonly Nomination[],
): Refusal | null {
  const params = { nomination: nomination.id };
  const no = (reason: ReplacementRefusal): Refusal => ({ ok: false, reason, params });
  if (by.kind === 'person') {
    if (by.id === nomination.person) return no('itself');
    const named = nominations.some(
      (one) => by.id !== null && one.person === by.id && isOpen(one) && one.id !== nomination.id,
    );
    if (named) return no('already-nominated');
  } else {
    const successor = nominations.find(({ id }) => id === by.id);
    if (successor === undefined) return no('other-meeting');
    if (by.id === nomination.id || successor.person === nomination.person) return no('itself');
    if (bitesItsTail(nomination.id, by.id, nominations)) return no('circular');
    if (!isOpen(successor)) return no('successor-gone');
  }
  const allowed = nominationMovesFrom(nomination.state).includes('replaced');
  return allowed ? null : no('not-allowed');
}

/** The nomination that comes instead: its drafts, its id, and how it stands afterwards. */
function succeed(
  context: DecisionContext,
  { nomination, by }: Replacement,
  paper: ReplacementPaper,
  now: NominationsNow,
): { ok: true; drafts: Draft[]; successor: Nomination } | Refusal {
  const { source, receivedOn, accept } = paper;
  if (by.kind === 'person') {
    const state = accept ? ('accepted' as const) : ('received' as const);
    const { capacity, modality } = by;
    const values = { party: nomination.party, capacity, modality, state, source, receivedOn };
    const made = addNomination(context, {
      meeting: nomination.meeting,
      person: { id: by.id, set: by.set },
      nomination: values,
    });
    const received = made.ok ? made.drafts.at(-1) : undefined;
    if (!made.ok || received === undefined) {
      const reason = made.ok ? 'name-missing' : made.reason;
      return { ok: false, reason, params: { nomination: nomination.id } };
    }
    const id = received.body['id'] as string;
    const person = received.subjects[0] ?? '';
    const successor = { ...nomination, ...values, id, person, replacedBy: null };
    return { ok: true, drafts: made.drafts, successor };
  }
  const successor = now.nominations.find(({ id }) => id === by.id) as Nomination;
  const accepts = accept && successor.state === 'received';
  // The paper by which somebody was named first stays; only where none was on file it is this one.
  const set: Body = {
    ...(accepts ? { state: 'accepted' } : {}),
    ...(source !== null && successor.source === null ? { source } : {}),
    ...(receivedOn !== null && successor.receivedOn === null ? { receivedOn } : {}),
  };
  const fields = Object.keys(set);
  if (fields.length === 0) return { ok: true, drafts: [], successor };
  const change = draft(context, {
    type: accepts ? 'nomination.accepted' : 'nomination.changed',
    meeting: successor.meeting,
    over: [...now.headsOf('nominations', successor.id, fields)],
    subjects: [successor.person],
    body: { id: successor.id, set },
  });
  return { ok: true, drafts: [change], successor: { ...successor, ...set } };
}

/**
 * Replaces people by others as one act. A replaced nomination stays, and names who came instead and
 * who authorised it; a chain (A by B, B by C) may be as long as it likes, but not end in itself.
 */
export function replaceNominations(
  context: DecisionContext,
  replacements: readonly Replacement[],
  paper: ReplacementPaper,
  now: NominationsNow,
): Decision<ReplacementRefusal> {
  if (replacements.length === 0) return { ok: false, reason: 'nothing-to-replace' };
  const drafts: Draft[] = [];
  // As each replacement leaves them, so that two of one act cannot contradict each other.
  let nominations = [...now.nominations];
  const authorisedBy = paper.authorisedBy.trim();
  for (const replacement of replacements) {
    const held = nominations.find(({ id }) => id === replacement.nomination.id);
    const nomination = held ?? replacement.nomination;
    const wrong = refusal({ ...replacement, nomination }, nominations);
    if (wrong !== null) return wrong;
    const present = { nominations, headsOf: now.headsOf };
    const next = succeed(context, { ...replacement, nomination }, paper, present);
    if (!next.ok) return next;
    const { successor } = next;
    drafts.push(...next.drafts);
    drafts.push(
      draft(context, {
        type: 'nomination.replaced',
        meeting: nomination.meeting,
        over: [
          ...now.headsOf('nominations', nomination.id, ['state', 'replacedBy', 'authorisedBy']),
        ],
        subjects: [nomination.person],
        body: { id: nomination.id, set: { state: 'replaced', replacedBy: successor.id } },
        personal: { set: { authorisedBy: authorisedBy === '' ? null : authorisedBy } },
      }),
    );
    const gone: Nomination = { ...nomination, state: 'replaced', replacedBy: successor.id };
    nominations = [
      ...nominations.filter(({ id }) => id !== gone.id && id !== successor.id),
      gone,
      successor,
    ];
  }
  return { ok: true, drafts };
}
