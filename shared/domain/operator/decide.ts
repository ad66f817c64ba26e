import { draft, type Decision, type DecisionContext } from '../../operation/draft';
import type { Draft } from '../../operation/operation';
import { coordinatorsOf, hasRoles } from './rules';
import type { Operator, Role } from './types';

export type OperatorReason =
  | 'no-name'
  | 'no-such-operator'
  | 'no-roles'
  | 'roles-already'
  | 'last-coordinator'
  | 'own-role'
  | 'at-work';

type OperatorDecision = Decision<OperatorReason>;
type Refusal = Extract<OperatorDecision, { ok: false }>;

/** Who decides about whom: the operators as they are now, and the one who acts. */
interface Among {
  /** The operator that is changed. */
  readonly id: string;
  /** The operator who acts. */
  readonly acting: string;
  readonly operators: readonly Operator[];
}

/**
 * Names the operator. The first name brings the record into being; `over` are the ids of the
 * operations that hold the present one. The name is a personal value and therefore sealed.
 */
export function renameOperator(
  context: DecisionContext,
  input: { id: string; name: string; known: boolean; over: string[] },
): OperatorDecision {
  const { id, known, over } = input;
  const name = input.name.trim();
  if (name === '') return { ok: false, reason: 'no-name' };
  return { ok: true, drafts: [named(context, { id, name, known, over })] };
}

/** A further operator, with a role from the beginning where there are roles. `id` is the record's. */
export function addOperator(
  context: DecisionContext,
  input: { id: string; name: string; role: Role | null; operators: readonly Operator[] },
): OperatorDecision {
  const { id, role, operators } = input;
  const name = input.name.trim();
  if (name === '') return { ok: false, reason: 'no-name' };
  if (role !== null && !hasRoles(operators)) return { ok: false, reason: 'no-roles' };
  const drafts = [named(context, { id, name, known: false, over: [] })];
  if (role !== null) drafts.push(granted(context, { id, role, since: null, over: [] }));
  return { ok: true, drafts };
}

/**
 * The first grant: whoever acts becomes coordinator, and from then on every act needs a role. The
 * grant is theirs for good reason: see `Permissions` in the journal. Needs a name, because nobody
 * can tell an unnamed coordinator from another.
 */
export function introduceRoles(
  context: DecisionContext,
  input: {
    acting: string;
    name: string;
    operators: readonly Operator[];
    /** Heads of the acting operator's name. */
    over: string[];
  },
): OperatorDecision {
  const { acting, operators, over } = input;
  if (hasRoles(operators)) return { ok: false, reason: 'roles-already' };
  const self = operators.find((one) => one.id === acting);
  const name = input.name.trim();
  if (name === '') return { ok: false, reason: 'no-name' };
  const drafts: Draft[] = [];
  if (name !== self?.name) {
    drafts.push(named(context, { id: acting, name, known: self !== undefined, over }));
  }
  drafts.push(granted(context, { id: acting, role: 'coordinator', since: null, over: [] }));
  return { ok: true, drafts };
}

/**
 * Gives a role, or another one than before. `since` (ISO instant, UTC) lets it hold from earlier on,
 * so that work which was done without a role counts after all; an instant to come means now.
 * `over`: heads of `role` and `since`.
 */
export function grantRole(
  context: DecisionContext,
  input: Among & { role: Role; since: string | null; over: string[] },
): OperatorDecision {
  const { id, role, operators, over } = input;
  const operator = operators.find((one) => one.id === id);
  if (operator === undefined) return { ok: false, reason: 'no-such-operator' };
  if (!hasRoles(operators)) return { ok: false, reason: 'no-roles' };
  const refusal = role === 'coordinator' ? null : losesCoordinator(input);
  if (refusal !== null) return refusal;
  const since = input.since !== null && input.since < context.now ? input.since : null;
  if (operator.role === role && since === null) return { ok: true, drafts: [] };
  return { ok: true, drafts: [granted(context, { id, role, since, over })] };
}

/** Takes a grant back: nothing that the operator does from now on counts. Heads as in `grantRole`. */
export function revokeGrant(
  context: DecisionContext,
  input: Among & { over: string[] },
): OperatorDecision {
  const { id, operators, over } = input;
  const operator = operators.find((one) => one.id === id);
  if (operator === undefined) return { ok: false, reason: 'no-such-operator' };
  const refusal = losesCoordinator(input);
  if (refusal !== null) return refusal;
  if (operator.role === null) return { ok: true, drafts: [] };
  return { ok: true, drafts: [granted(context, { id, role: null, since: null, over })] };
}

/**
 * Somebody who does not work here any more. What they did stays theirs; their grant, if any, is
 * taken back. `over`: heads of `removed`, and of `role` and `since`.
 */
export function removeOperator(
  context: DecisionContext,
  input: Among & { over: { removed: string[]; grant: string[] } },
): OperatorDecision {
  const { id, acting, operators, over } = input;
  const operator = operators.find((one) => one.id === id);
  if (operator === undefined) return { ok: false, reason: 'no-such-operator' };
  if (id === acting) return { ok: false, reason: 'at-work' };
  const refusal = losesCoordinator(input);
  if (refusal !== null) return refusal;
  const drafts: Draft[] = [];
  if (operator.role !== null) {
    drafts.push(granted(context, { id, role: null, since: null, over: over.grant }));
  }
  drafts.push(
    draft(context, {
      type: 'operator.removed',
      over: over.removed,
      subjects: [id],
      body: { id, set: { removed: true } },
    }),
  );
  return { ok: true, drafts };
}

/** Makes the desk's name known; a desk's record has the id of its register's replica. */
export function nameDesk(
  context: DecisionContext,
  input: { id: string; name: string; over: string[] },
): Decision {
  const { id, name, over } = input;
  return {
    ok: true,
    drafts: [draft(context, { type: 'desk.named', over, body: { id, set: { name } } })],
  };
}

/**
 * Why this operator must stay coordinator; null when they need not. Nobody lays the role down
 * themselves, even where there are others: two who did so at two desks while apart would leave
 * nobody. Whoever takes it from another keeps it, so one always remains.
 */
function losesCoordinator({ id, acting, operators }: Among): Refusal | null {
  const coordinators = coordinatorsOf(operators);
  if (!coordinators.some((one) => one.id === id)) return null;
  if (coordinators.length === 1) return { ok: false, reason: 'last-coordinator' };
  return id === acting ? { ok: false, reason: 'own-role' } : null;
}

function named(
  context: DecisionContext,
  input: { id: string; name: string; known: boolean; over: string[] },
): Draft {
  const { id, name, known, over } = input;
  return draft(context, {
    type: known ? 'operator.renamed' : 'operator.added',
    over,
    subjects: [id],
    body: { id, set: {} },
    personal: { set: { name } },
  });
}

function granted(
  context: DecisionContext,
  input: { id: string; role: Role | null; since: string | null; over: string[] },
): Draft {
  const { id, role, since, over } = input;
  return draft(context, {
    type: 'operator.granted',
    over,
    subjects: [id],
    body: { id, set: { role, since } },
  });
}
