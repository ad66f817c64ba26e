import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Body, Draft } from '../../operation/operation';
import { takeBackAct } from '../nomination/bulk';
import {
  decideWalkIn,
  type PersonNow,
  type WalkIn,
  type WalkInRefusal,
} from '../nomination/walk-in';
import { linkLogin, revokeAlias } from './decide';
import { personsOf, recordsOf, sameLink, type Alias, type Link, type Login } from './types';

/** Heads of fields of a login or of an alias. */
export type VirtualHeads = (
  table: 'logins' | 'aliases',
  id: string,
  fields: readonly string[],
) => readonly string[];

/** What is known when somebody decides what a login stands for. */
export interface Known {
  readonly aliases: readonly Alias[];
  readonly headsOf: VirtualHeads;
  /** People whose personal values were erased: nothing is linked to them any more. */
  readonly forgotten: (person: string) => boolean;
}

export interface LoginDecision {
  readonly login: Login;
  /** `null`: it is open again. */
  readonly link: Link | null;
  /** Keep the display name as an alias of the one person; never of a device (see matching). */
  readonly remember: boolean;
}

export type LinkRefusal = 'nobody-chosen' | 'too-many' | 'forgotten' | 'as-it-was';

/** As many people as can sit behind one login. */
export const MOST_BEHIND_ONE = 50;
/** As many as can be said not to be behind one. */
const MOST_REJECTED = 500;

/**
 * What a human says of one login or, at once, of many: one act, all of it or nothing. A login whose
 * file was taken over more than once is decided in every record of it. The names that are remembered
 * are gone through once, however many logins are meant.
 */
export function decideLogins(
  context: DecisionContext,
  decisions: readonly LoginDecision[],
  { aliases, headsOf, forgotten }: Known,
): Decision<LinkRefusal> {
  const drafts: Draft[] = [];
  const remembered = new Set(
    aliases.filter(({ revoked }) => !revoked).map(({ person, name }) => `${person} ${name}`),
  );
  for (const { login, link, remember } of decisions) {
    const meant = link?.kind === 'persons' ? { ...link, persons: unique(link.persons) } : link;
    const refusal = refusalOf(login, meant, forgotten);
    if (refusal !== null) return { ok: false, reason: refusal };
    // The same name at two reports is one alias, confirmed once.
    const name = `${personsOf(meant)[0] ?? ''} ${login.name}`;
    let remembers = remember && !remembered.has(name);
    for (const record of recordsOf(login)) {
      if (isSame(record.link, meant)) continue;
      const heads = headsOf('logins', record.id, ['link']);
      const linked = linkLogin(context, record, meant, heads, remembers);
      if (!linked.ok) return { ok: false, reason: 'as-it-was' };
      drafts.push(...linked.drafts);
      if (linked.drafts.length > 1) remembered.add(name);
      remembers = false;
    }
  }
  return drafts.length === 0 ? { ok: false, reason: 'nobody-chosen' } : { ok: true, drafts };
}

function refusalOf(
  login: Login,
  link: Link | null,
  forgotten: Known['forgotten'],
): LinkRefusal | null {
  if (isSame(login.link, link)) return 'as-it-was';
  if (link?.kind !== 'persons') return null;
  if (link.persons.length === 0) return 'nobody-chosen';
  if (link.persons.length > MOST_BEHIND_ONE) return 'too-many';
  return link.persons.some(forgotten) ? 'forgotten' : null;
}

function isSame(one: Link | null, other: Link | null): boolean {
  if (one === null || other === null) return one === other;
  const cameAlike = one.kind === 'nobody' || other.kind === 'nobody' || one.by === other.by;
  return cameAlike && sameLink(one, other);
}

const unique = (persons: readonly string[]): string[] => [...new Set(persons)];

export type RejectRefusal = 'already-rejected' | 'linked' | 'too-many';

/**
 * Says that a login is not this person: they are not suggested for it again. It names nobody as a
 * subject, because the name on the login is not theirs and must not be forgotten with them.
 */
export function rejectPerson(
  context: DecisionContext,
  login: Login,
  person: string,
  headsOf: VirtualHeads,
): Decision<RejectRefusal> {
  if (login.rejected.includes(person)) return { ok: false, reason: 'already-rejected' };
  if (personsOf(login.link).includes(person)) return { ok: false, reason: 'linked' };
  if (login.rejected.length >= MOST_REJECTED) return { ok: false, reason: 'too-many' };
  const drafts = recordsOf(login)
    .filter((record) => !record.rejected.includes(person))
    .map(({ id, meeting, rejected }) =>
      draft(context, {
        type: 'login.linked',
        meeting,
        over: [...headsOf('logins', id, ['rejected'])],
        subjects: [id],
        body: { id, set: { rejected: [...rejected, person] } },
      }),
    );
  return { ok: true, drafts };
}

/** Somebody online who was not nominated; they did not come to a desk. */
export type OnlineWalkIn = Omit<WalkIn, 'scopes' | 'source' | 'modality'>;

/**
 * Writes down somebody who was online un-nominated and links the login to them, as one act:
 * provisional until somebody approves it. Their presence is the report's evidence, so no arrival is
 * recorded.
 */
export function registerLogin(
  context: DecisionContext,
  login: Login,
  walkIn: OnlineWalkIn,
  known: Known & { readonly remember: boolean },
  now?: PersonNow,
): Decision<WalkInRefusal | LinkRefusal> {
  const written = decideWalkIn(
    context,
    { ...walkIn, scopes: [], source: 'platform-report', modality: 'virtual' },
    now,
  );
  if (!written.ok) return written;
  const person = written.drafts.at(-1)?.subjects[0] ?? '';
  const link: Link = { kind: 'persons', persons: [person], by: 'hand' };
  const linked = decideLogins(context, [{ login, link, remember: known.remember }], known);
  return linked.ok ? { ok: true, drafts: [...written.drafts, ...linked.drafts] } : linked;
}

/** Links that a remembered name made by itself. */
export interface RevokedAlias {
  readonly alias: Alias;
  /** Logins to be decided again with it; without them its links stay. */
  readonly reopen: readonly Login[];
}

/** Takes a remembered name back: it links nothing from now on. What it linked stays unless asked. */
export function revokeName(
  context: DecisionContext,
  { alias, reopen }: RevokedAlias,
  { aliases, headsOf, forgotten }: Known,
): Decision<'as-it-was'> {
  if (alias.revoked) return { ok: false, reason: 'as-it-was' };
  const revoked = revokeAlias(context, alias, headsOf('aliases', alias.id, ['revoked']));
  if (!revoked.ok) return { ok: false, reason: 'as-it-was' };
  if (reopen.length === 0) return revoked;
  const opened = decideLogins(
    context,
    reopen.map((login) => ({ login, link: null, remember: false })),
    { aliases, headsOf, forgotten },
  );
  if (!opened.ok) return { ok: false, reason: 'as-it-was' };
  return { ok: true, drafts: [...revoked.drafts, ...opened.drafts] };
}

/** What was decided, and the logins as they were before it. */
export interface MadeDecision {
  readonly drafts: readonly Draft[];
  readonly before: readonly Login[];
}

/**
 * Takes a decision back as one act: logins are as they were, names that it remembered are revoked,
 * one that it revoked holds again, and a walk-in that it wrote down is removed; a country that came
 * with it stays on file, others may name it by now. Refused as a whole when somebody has gone on
 * from any of it since.
 */
export function takeBackDecision(
  context: DecisionContext,
  { drafts: made, before }: MadeDecision,
  headsOf: (table: MadeTable, id: string, fields: readonly string[]) => readonly string[],
): Decision<'moved-again'> {
  const drafts: Draft[] = [];
  const records = made.filter(({ type }) => /^(?:nomination\.|person\.)/.test(type));
  const named = takeBackAct(context, records, { headsOf, before: () => null });
  if (!named.ok) return named;
  const was = new Map(before.flatMap(recordsOf).map((login) => [login.id, login]));
  for (const one of made) {
    const table = tableOf(one);
    if (table === null) continue;
    const id = one.body['id'] as string;
    const set = one.body['set'] as Body;
    const fields = Object.keys(set).filter((field) => field !== 'person');
    const heads = headsOf(table, id, fields);
    if (heads.some((head) => head !== one.id)) return { ok: false, reason: 'moved-again' };
    drafts.push(
      table === 'logins' ? loginAsBefore(context, one, was.get(id)) : aliasBack(context, one),
    );
  }
  return { ok: true, drafts: [...drafts, ...named.drafts] };
}

export type MadeTable = 'logins' | 'aliases' | 'nominations' | 'people';

function tableOf({ type }: Draft): 'logins' | 'aliases' | null {
  if (type.startsWith('login.')) return 'logins';
  return type.startsWith('alias.') ? 'aliases' : null;
}

function aliasBack(context: DecisionContext, { id, subjects, body }: Draft): Draft {
  const { revoked } = body['set'] as Body;
  return draft(context, {
    ...{ type: 'alias.changed', over: [id], subjects: [...subjects] },
    body: { id: body['id'] as string, set: { revoked: revoked !== true } },
  });
}

function loginAsBefore(
  context: DecisionContext,
  { id, meeting, body }: Draft,
  login: Login | undefined,
): Draft {
  const isLink = 'link' in (body['set'] as Body);
  const link = login?.link ?? null;
  const record = body['id'] as string;
  return draft(context, {
    ...{ type: 'login.linked', meeting, over: [id] },
    subjects: [record, ...(isLink ? personsOf(link) : [])],
    body: { id: record, set: isLink ? { link } : { rejected: [...(login?.rejected ?? [])] } },
  });
}
