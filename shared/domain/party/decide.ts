import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import { canonicalJson, type Json } from '../../operation/json';
import type { Draft } from '../../operation/operation';
import type { Names } from '../language';
import {
  checkParty,
  tidyFocalPoints,
  tidyParty,
  type PartyProblem,
  type PartyRefusal,
} from './check';
import { dayBefore, holdsOn, statusOn } from './rules';
import type { FocalPoint, Party, PartyFields } from './types';

/** Ids of the operations that hold these fields of a party now: what a change goes over. */
export type PartyHeads = (party: string, fields: readonly string[]) => string[];

export type PartyReason = PartyProblem | 'nothing-changed' | 'date-missing' | 'not-held';
type PartyDecision = Decision<PartyReason>;

/** A party and what a decision about it is read against. */
interface About {
  readonly party: Party;
  /** All parties of the programme; the party itself may be among them. */
  readonly parties: readonly Pick<Party, 'id' | 'code'>[];
  readonly headsOf: PartyHeads;
}

/** A new party. `id` is the record's id. */
export function addParty(
  context: DecisionContext,
  input: {
    readonly id: string;
    readonly fields: PartyFields;
    readonly focalPoints: readonly FocalPoint[];
    readonly parties: readonly Pick<Party, 'code'>[];
  },
): PartyDecision {
  const fields = tidyParty(input.fields);
  const focalPoints = tidyFocalPoints(input.focalPoints);
  const refusal = checkParty(fields, focalPoints, input.parties);
  if (refusal) return refused(refusal);
  return { ok: true, drafts: [added(context, input.id, fields, focalPoints)] };
}

/** Changes to a party: only what differs is written. Focal points stay when none are given. */
export function changeParty(
  context: DecisionContext,
  input: About & { readonly fields: PartyFields; readonly focalPoints?: readonly FocalPoint[] },
): PartyDecision {
  const { party, parties } = input;
  const fields = tidyParty(input.fields);
  const focalPoints =
    input.focalPoints === undefined ? party.focalPoints : tidyFocalPoints(input.focalPoints);
  const others = parties.filter(({ id }) => id !== party.id);
  const refusal = checkParty(fields, focalPoints, others);
  if (refusal) return refused(refusal);
  const made = changed(context, input, fields, focalPoints);
  return made === null ? { ok: false, reason: 'nothing-changed' } : { ok: true, drafts: [made] };
}

/** Whom to write to, and nothing else of the party. */
export function changeFocalPoints(
  context: DecisionContext,
  input: About & { readonly focalPoints: readonly FocalPoint[] },
): PartyDecision {
  return changeParty(context, { ...input, fields: fieldsOf(input.party) });
}

/** Ends the status that the party has, with its last day. What it was stays on record. */
export function endParty(
  context: DecisionContext,
  input: About & { readonly lastDay: string },
): PartyDecision {
  const { party, lastDay } = input;
  if (lastDay === '') return { ok: false, reason: 'date-missing' };
  if (statusOn(party, lastDay) === 'none') return { ok: false, reason: 'not-held' };
  const statuses = party.statuses.map((period) =>
    period.status !== 'none' && holdsOn(period, lastDay) ? { ...period, to: lastDay } : period,
  );
  return changeParty(context, { ...input, fields: { ...fieldsOf(party), statuses } });
}

/** Gives the party a status from a day on; the one it had ends on the day before. */
export function beginStatus(
  context: DecisionContext,
  input: About & { readonly status: 'member' | 'observer'; readonly from: string },
): PartyDecision {
  const { party, status, from } = input;
  if (from === '') return { ok: false, reason: 'date-missing' };
  if (statusOn(party, from) === status) return { ok: false, reason: 'nothing-changed' };
  const before = party.statuses.map((period) =>
    period.from !== from && holdsOn(period, from) ? { ...period, to: dayBefore(from) } : period,
  );
  const statuses = [...before, { status, from, to: null }];
  return changeParty(context, { ...input, fields: { ...fieldsOf(party), statuses } });
}

/**
 * A new name, code or both from a day on. The name until then stays on record as the designation
 * that held, so that lists of earlier meetings still give it.
 */
export function renameParty(
  context: DecisionContext,
  input: About & { readonly code: string; readonly names: Names; readonly from: string },
): PartyDecision {
  const { party, code, names, from } = input;
  if (from === '') return { ok: false, reason: 'date-missing' };
  const renamed = tidyParty({ ...fieldsOf(party), code, names });
  const now = tidyParty(fieldsOf(party));
  if (renamed.code === now.code && canonicalJson(renamed.names) === canonicalJson(now.names)) {
    return { ok: false, reason: 'nothing-changed' };
  }
  // The code of a country hardly ever changes: a designation without one goes by the party's.
  const keeps = party.kind === 'country' && renamed.code === now.code;
  const last = now.designations.at(-1);
  const former = now.designations.filter(({ to }) => to !== null);
  const designations = [
    ...former,
    {
      code: keeps ? null : now.code,
      names: now.names,
      from: last?.to === null ? last.from : null,
      to: dayBefore(from),
    },
    { code: keeps ? null : renamed.code, names: renamed.names, from, to: null },
  ];
  return changeParty(context, { ...input, fields: { ...renamed, designations } });
}

/** A party of a list that is taken over. */
export interface TakenParty {
  /** The party that it changes; `null` for a new one. */
  readonly party: Party | null;
  readonly fields: PartyFields;
  /** Not given: the list says nothing of them. */
  readonly focalPoints?: readonly FocalPoint[] | undefined;
}

/** The codes that every party will have: a list may give one party the code of another. */
export function codesAfter(
  taken: readonly TakenParty[],
  parties: readonly Pick<Party, 'id' | 'code'>[],
): { readonly code: string; readonly of: Pick<Party, 'id' | 'code'> | TakenParty }[] {
  const changedIds = new Set(taken.map(({ party }) => party?.id));
  return [
    ...parties
      .filter(({ id }) => !changedIds.has(id))
      .map((party) => ({ code: party.code, of: party })),
    ...taken.map((one) => ({ code: one.fields.code, of: one })),
  ];
}

/** A whole list as one act, or not at all. `params.code` of a refusal says which party it is. */
export function takeOverParties(
  context: DecisionContext,
  taken: readonly TakenParty[],
  parties: readonly Pick<Party, 'id' | 'code'>[],
  headsOf: PartyHeads,
): PartyDecision {
  const after = codesAfter(taken, parties);
  const drafts: Draft[] = [];
  for (const one of taken) {
    const fields = tidyParty(one.fields);
    const focalPoints = tidyFocalPoints(one.focalPoints ?? one.party?.focalPoints ?? []);
    const others = after.filter(({ of }) => of !== one);
    const refusal = checkParty(fields, focalPoints, others);
    if (refusal) return refused({ ...refusal, params: { ...refusal.params, code: fields.code } });
    const made =
      one.party === null
        ? added(context, context.newId(), fields, focalPoints)
        : changed(context, { party: one.party, headsOf }, fields, focalPoints);
    if (made !== null) drafts.push(made);
  }
  return drafts.length > 0 ? { ok: true, drafts } : { ok: false, reason: 'nothing-changed' };
}

/** The public fields of a party, without its id and what is protected. */
export function fieldsOf({ id: _, focalPoints: __, ...fields }: Party): PartyFields {
  return fields;
}

/** The fields that would be written if the party became this. */
export function changedFields(party: Party, fields: PartyFields): (keyof PartyFields)[] {
  const now = tidyParty(fieldsOf(party));
  const wanted = tidyParty(fields);
  return (Object.keys(wanted) as (keyof PartyFields)[]).filter(
    (field) => canonicalJson(now[field]) !== canonicalJson(wanted[field]),
  );
}

export function sameFocalPoints(a: readonly FocalPoint[], b: readonly FocalPoint[]): boolean {
  return canonicalJson(tidyFocalPoints(a)) === canonicalJson(tidyFocalPoints(b));
}

function added(
  context: DecisionContext,
  id: string,
  fields: PartyFields,
  focalPoints: readonly FocalPoint[],
): Draft {
  return draft(context, {
    type: 'party.added',
    body: { id, set: asSet(fields) },
    personal: focalPoints.length > 0 ? { set: { focalPoints: asList(focalPoints) } } : null,
  });
}

/** The change as one operation; `null` when nothing differs. */
function changed(
  context: DecisionContext,
  { party, headsOf }: Pick<About, 'party' | 'headsOf'>,
  fields: PartyFields,
  focalPoints: readonly FocalPoint[],
): Draft | null {
  const differing = changedFields(party, fields);
  const people = !sameFocalPoints(party.focalPoints, focalPoints);
  if (differing.length === 0 && !people) return null;
  const set = Object.fromEntries(differing.map((field) => [field, fields[field]]));
  return draft(context, {
    type: 'party.changed',
    over: headsOf(party.id, [...differing, ...(people ? ['focalPoints'] : [])]),
    body: { id: party.id, set: asSet(set) },
    personal: people ? { set: { focalPoints: asList(focalPoints) } } : null,
  });
}

function refused({ reason, params }: PartyRefusal): PartyDecision {
  return { ok: false, reason, params: { ...params } };
}

/** Fields are plain JSON by their schemas; the compiler does not know it of interfaces. */
function asSet(fields: object): Json {
  return { ...fields };
}

function asList(points: readonly FocalPoint[]): Json {
  return points.map((point) => ({ ...point }));
}
