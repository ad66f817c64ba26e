import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import { readBadgeCode } from './code';
import { isValidFor } from './resolve';
import {
  BADGE_DEFAULTS,
  type Badge,
  type BadgeFields,
  type PrintKind,
  type PrintRecord,
  type Revocation,
} from './types';

/** Heads of these fields of a badge. */
type HeadsOf = (badge: string, fields: readonly string[]) => readonly string[];

/** A decision that also says which badge it is about: a new one is not projected yet. */
export type BadgeDecision<Reason extends string> =
  | { readonly ok: true; readonly drafts: Draft[]; readonly badge: Badge }
  | Extract<Decision<Reason>, { ok: false }>;

/** Somebody who is to wear a badge. */
export interface Wearer {
  readonly id: string;
  readonly forgotten: boolean;
}

function issue(
  context: DecisionContext,
  meeting: string,
  fields: Partial<BadgeFields> & Pick<BadgeFields, 'code' | 'kind'>,
): { drafts: Draft[]; badge: Badge } {
  const badge: Badge = { ...BADGE_DEFAULTS, ...fields, id: context.newId(), meeting };
  const { id, code, kind, person, party, label } = badge;
  const issued = draft(context, {
    type: 'badge.issued',
    meeting,
    subjects: person === null ? [] : [person],
    body: { id, set: { code, kind, person, party } },
    personal: label === '' ? null : { set: { label } },
  });
  return { drafts: [issued], badge };
}

function change(
  context: DecisionContext,
  badge: Badge,
  type: string,
  set: Partial<Omit<BadgeFields, 'label'>>,
  headsOf: HeadsOf,
  subject: string | null = badge.person,
): Draft {
  return draft(context, {
    type,
    meeting: badge.meeting,
    over: [...headsOf(badge.id, Object.keys(set))],
    subjects: subject === null ? [] : [subject],
    body: { id: badge.id, set },
  });
}

/**
 * Gives a participant a badge. Who has one that holds keeps it: then nothing is written, and that
 * badge is the answer, the same one on every desk. `code` is new, see `newBadgeCode`; `badges` are
 * those known here, of any meeting.
 */
export function issueBadge(
  context: DecisionContext,
  input: { meeting: string; person: Wearer; code: string },
  badges: Iterable<Badge>,
): BadgeDecision<'forgotten' | 'not-a-code'> {
  const { meeting, person, code } = input;
  if (person.forgotten) return { ok: false, reason: 'forgotten' };
  let held: Badge | null = null;
  for (const badge of badges) {
    if (!isValidFor(badge, meeting, person.id)) continue;
    if (held === null || badge.id < held.id) held = badge;
  }
  if (held !== null) return { ok: true, drafts: [], badge: held };
  if (!readBadgeCode(code).ok) return { ok: false, reason: 'not-a-code' };
  return { ok: true, ...issue(context, meeting, { code, kind: 'personal', person: person.id }) };
}

/** Makes a badge that belongs to a delegation and is lent to people. `label` stands on it. */
export function issueFloating(
  context: DecisionContext,
  input: { meeting: string; party: string; label: string; code: string },
): BadgeDecision<'label-missing' | 'not-a-code'> {
  const { meeting, party, code } = input;
  const label = input.label.trim();
  if (label === '') return { ok: false, reason: 'label-missing' };
  if (!readBadgeCode(code).ok) return { ok: false, reason: 'not-a-code' };
  return { ok: true, ...issue(context, meeting, { code, kind: 'floating', party, label }) };
}

/**
 * A badge does not hold any more. With `successor`, the code of another badge that takes its place
 * from now on, for the same person or delegation; the answer's badge is then that one. What a
 * floating badge was lent for stays written on the old one: nobody wears the new one yet.
 */
export function revokeBadge(
  context: DecisionContext,
  badge: Badge,
  input: { why: Revocation; successor: string | null; headsOf: HeadsOf },
): BadgeDecision<'already-revoked' | 'not-a-code'> {
  const { why, headsOf } = input;
  if (badge.revokedFor !== null) {
    return { ok: false, reason: 'already-revoked', params: { why: badge.revokedFor } };
  }
  if (input.successor === null) {
    const revoked = change(context, badge, 'badge.revoked', { revokedFor: why }, headsOf);
    return { ok: true, drafts: [revoked], badge: { ...badge, revokedFor: why } };
  }
  if (!readBadgeCode(input.successor).ok) return { ok: false, reason: 'not-a-code' };
  const { kind, person, party, label, meeting } = badge;
  const next = issue(context, meeting, { code: input.successor, kind, person, party, label });
  const set = { revokedFor: why, successor: next.badge.id };
  const revoked = change(context, badge, 'badge.revoked', set, headsOf);
  return { ok: true, drafts: [...next.drafts, revoked], badge: next.badge };
}

/**
 * Takes a revocation back as part of taking back the act that it was in: the badge opens the door
 * again. Refused where somebody has decided about the badge since.
 */
export function takeBackRevocation(
  context: DecisionContext,
  revoked: Draft,
  headsOf: HeadsOf,
): Decision<'moved-again'> {
  const id = revoked.body['id'] as string;
  const heads = headsOf(id, ['revokedFor']);
  if (heads.some((head) => head !== revoked.id)) return { ok: false, reason: 'moved-again' };
  return {
    ok: true,
    drafts: [
      draft(context, {
        type: 'badge.changed',
        meeting: revoked.meeting,
        over: [...heads],
        subjects: [...revoked.subjects],
        body: { id, set: { revokedFor: null } },
      }),
    ],
  };
}

/**
 * Lends a floating badge to a person, from now on; for whoever wears it already nothing is written.
 * `lent`: somebody else wears it, `to` says who.
 */
export function lendBadge(
  context: DecisionContext,
  badge: Badge,
  { person, headsOf }: { person: Wearer; headsOf: HeadsOf },
): Decision<'not-floating' | 'revoked' | 'forgotten' | 'lent'> {
  if (badge.kind !== 'floating') return { ok: false, reason: 'not-floating' };
  if (badge.revokedFor !== null) {
    return { ok: false, reason: 'revoked', params: { why: badge.revokedFor } };
  }
  if (person.forgotten) return { ok: false, reason: 'forgotten' };
  if (badge.lentTo === person.id) return { ok: true, drafts: [] };
  if (badge.lentTo !== null) return { ok: false, reason: 'lent', params: { to: badge.lentTo } };
  const set = { lentTo: person.id, lentAt: context.now };
  return { ok: true, drafts: [change(context, badge, 'badge.lent', set, headsOf, person.id)] };
}

/** A floating badge came back; also one that was revoked meanwhile and has been found. */
export function returnBadge(
  context: DecisionContext,
  badge: Badge,
  headsOf: HeadsOf,
): Decision<'not-floating' | 'not-lent'> {
  if (badge.kind !== 'floating') return { ok: false, reason: 'not-floating' };
  if (badge.lentTo === null) return { ok: false, reason: 'not-lent' };
  const set = { lentTo: null, lentAt: null };
  return {
    ok: true,
    drafts: [change(context, badge, 'badge.returned', set, headsOf, badge.lentTo)],
  };
}

/** One badge or nameplate that goes to the printer. */
export interface Printing {
  readonly kind: PrintKind;
  readonly badge: Badge | null;
  readonly person: string | null;
  readonly party: string | null;
  readonly template: string;
}

/** Earlier prints of the same thing: the same badge, or the same person's or delegation's plate. */
export function printsOf(
  { kind, badge, person, party }: Pick<Printing, 'kind' | 'badge' | 'person' | 'party'>,
  log: readonly PrintRecord[],
): PrintRecord[] {
  return log.filter((line) => {
    if (line.kind !== kind) return false;
    if (badge !== null) return line.badge === badge.id;
    return person === null ? line.party === party : line.person === person;
  });
}

/**
 * Writes what was printed into the print log, all in one decision. What was printed before (`log`)
 * needs a reason for being printed once more; `count` says how many those are. `desk`: the replica.
 */
export function recordPrint(
  context: DecisionContext,
  printings: readonly Printing[],
  input: { meeting: string; desk: string | null; reason: string; log: readonly PrintRecord[] },
): Decision<'revoked' | 'reason-missing'> {
  const { meeting, desk, log } = input;
  const reason = input.reason.trim();
  if (printings.some(({ badge }) => badge !== null && badge.revokedFor !== null)) {
    return { ok: false, reason: 'revoked' };
  }
  const again = printings.map((one) => printsOf(one, log).length > 0);
  const count = again.filter(Boolean).length;
  if (count > 0 && reason === '') {
    return { ok: false, reason: 'reason-missing', params: { count: String(count) } };
  }
  const drafts = printings.map(({ kind, badge, person, party, template }, at) =>
    draft(context, {
      type: 'badge.printed',
      meeting,
      subjects: person === null ? [] : [person],
      body: {
        id: context.newId(),
        set: { kind, badge: badge?.id ?? null, person, party, template, at: context.now, desk },
      },
      personal: again[at] === true ? { set: { reason } } : null,
    }),
  );
  return { ok: true, drafts };
}

export {
  dismissScan,
  keepScan,
  settleScan,
  type SettleProblem,
  type SettlingPerson,
} from './decide-scan';
