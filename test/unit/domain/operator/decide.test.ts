import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addOperator,
  grantRole,
  introduceRoles,
  removeOperator,
  renameOperator,
  revokeGrant,
} from '@shared/domain/operator/decide';
import { OPERATOR_DEFAULTS, ROLES, type Operator, type Role } from '@shared/domain/operator/types';
import { Permissions } from '@shared/journal/permission';
import type { Draft, Operation } from '@shared/operation/operation';
import { counting } from '../../../support/deciding';

const operator = (id: string, role: Role | null = null): Operator => ({
  ...OPERATOR_DEFAULTS,
  id,
  name: `Operator ${id}`,
  role,
});
const A = operator('a', 'coordinator');
const B = operator('b', 'coordinator');
const R = operator('r', 'registration');
const N = operator('n');
const NOW = counting().now;

const typesOf = (drafts: readonly Draft[]) => drafts.map((one) => one.type);

describe('an operator', () => {
  it('is added with a sealed name, and with a role where there are roles', () => {
    const plain = addOperator(counting(), { id: 'x', name: ' Xenia ', role: null, operators: [N] });
    expect(plain).toMatchObject({
      ok: true,
      drafts: [
        {
          type: 'operator.added',
          subjects: ['x'],
          body: { id: 'x', set: {} },
          personal: { set: { name: 'Xenia' } },
        },
      ],
    });
    const roled = addOperator(counting(), {
      id: 'x',
      name: 'Xenia',
      role: 'rapporteur',
      operators: [A],
    });
    expect(roled).toMatchObject({
      ok: true,
      drafts: [
        { type: 'operator.added' },
        {
          type: 'operator.granted',
          subjects: ['x'],
          body: { id: 'x', set: { role: 'rapporteur', since: null } },
          personal: null,
        },
      ],
    });
  });

  it('is renamed over the name that it had', () => {
    const input = { id: 'n', name: 'New name', known: true, over: ['before'] };
    expect(renameOperator(counting(), input)).toMatchObject({
      ok: true,
      drafts: [{ type: 'operator.renamed', over: ['before'], subjects: ['n'] }],
    });
  });

  it('loses its grant when it is removed', () => {
    const over = { removed: [], grant: ['g'] };
    const decision = removeOperator(counting(), { id: 'r', acting: 'a', operators: [A, R], over });
    expect(decision).toMatchObject({
      ok: true,
      drafts: [
        { type: 'operator.granted', over: ['g'], body: { set: { role: null } } },
        { type: 'operator.removed', body: { id: 'r', set: { removed: true } }, subjects: ['r'] },
      ],
    });
    const without = removeOperator(counting(), { id: 'n', acting: 'a', operators: [A, N], over });
    expect(without.ok && typesOf(without.drafts)).toEqual(['operator.removed']);
  });
});

describe('roles', () => {
  it('begin with whoever introduces them', () => {
    const known = introduceRoles(counting(), {
      acting: 'n',
      name: N.name,
      operators: [N],
      over: [],
    });
    expect(known).toMatchObject({
      ok: true,
      drafts: [{ type: 'operator.granted', body: { id: 'n', set: { role: 'coordinator' } } }],
    });
    const unnamed = introduceRoles(counting(), {
      acting: 'x',
      name: 'Xenia',
      operators: [],
      over: [],
    });
    expect(unnamed.ok && typesOf(unnamed.drafts)).toEqual(['operator.added', 'operator.granted']);
    const renamed = introduceRoles(counting(), {
      acting: 'n',
      name: 'Nadia',
      operators: [N],
      over: ['o'],
    });
    expect(renamed).toMatchObject({
      ok: true,
      drafts: [{ type: 'operator.renamed', over: ['o'] }, { type: 'operator.granted' }],
    });
  });

  it.each([
    ['from an earlier day', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
    ['from now', null, null],
    ['not from a day to come', '2027-01-01T00:00:00.000Z', null],
  ])('are granted %s', (_what, since, written) => {
    const input = { id: 'n', acting: 'a', operators: [A, N], over: ['g'] };
    expect(grantRole(counting(), { ...input, role: 'registration', since })).toMatchObject({
      ok: true,
      drafts: [{ over: ['g'], body: { id: 'n', set: { role: 'registration', since: written } } }],
    });
  });

  it('are not granted or taken back twice', () => {
    const among = { acting: 'a', operators: [A, R, N], over: [] };
    const again = grantRole(counting(), { ...among, id: 'r', role: 'registration', since: null });
    expect(again).toEqual({ ok: true, drafts: [] });
    expect(revokeGrant(counting(), { ...among, id: 'n' })).toEqual({ ok: true, drafts: [] });
    const reachingBack = grantRole(counting(), {
      ...among,
      id: 'r',
      role: 'registration',
      since: '2026-11-01T00:00:00.000Z',
    });
    expect(reachingBack.ok && reachingBack.drafts).toHaveLength(1);
  });

  it('are taken back by a grant of nothing', () => {
    const decision = revokeGrant(counting(), {
      id: 'r',
      acting: 'a',
      operators: [A, R],
      over: ['g'],
    });
    expect(decision).toMatchObject({
      ok: true,
      drafts: [{ over: ['g'], body: { id: 'r', set: { role: null, since: null } } }],
    });
  });
});

describe('refused is', () => {
  const context = counting();
  const none = { removed: [], grant: [] };
  it.each([
    ['no name', renameOperator(context, { id: 'n', name: ' ', known: true, over: [] }), 'no-name'],
    [
      'no name for a new one',
      addOperator(context, { id: 'x', name: '', role: null, operators: [] }),
      'no-name',
    ],
    [
      'a role where there are none',
      addOperator(context, { id: 'x', name: 'X', role: 'rapporteur', operators: [N] }),
      'no-roles',
    ],
    [
      'a grant before the first one',
      grantRole(context, {
        id: 'n',
        acting: 'n',
        operators: [N],
        role: 'coordinator',
        since: null,
        over: [],
      }),
      'no-roles',
    ],
    [
      'an unnamed coordinator',
      introduceRoles(context, { acting: 'x', name: '', operators: [], over: [] }),
      'no-name',
    ],
    [
      'introducing roles again',
      introduceRoles(context, { acting: 'r', name: 'R', operators: [A, R], over: [] }),
      'roles-already',
    ],
    [
      'somebody unknown',
      revokeGrant(context, { id: 'x', acting: 'a', operators: [A], over: [] }),
      'no-such-operator',
    ],
    [
      'taking back the last coordinator’s role',
      revokeGrant(context, { id: 'a', acting: 'a', operators: [A, R], over: [] }),
      'last-coordinator',
    ],
    [
      'another role for the last coordinator',
      grantRole(context, {
        id: 'a',
        acting: 'a',
        operators: [A, R],
        role: 'read-only',
        since: null,
        over: [],
      }),
      'last-coordinator',
    ],
    [
      'laying down one’s own role',
      revokeGrant(context, { id: 'a', acting: 'a', operators: [A, B], over: [] }),
      'own-role',
    ],
    [
      'removing whoever is at work',
      removeOperator(context, { id: 'a', acting: 'a', operators: [A, B], over: none }),
      'at-work',
    ],
    [
      'removing the last coordinator',
      removeOperator(context, { id: 'a', acting: 'r', operators: [A, R], over: none }),
      'last-coordinator',
    ],
  ])('%s', (_what, decision, reason) => {
    expect(decision).toEqual({ ok: false, reason });
  });
});

describe('there is always a coordinator', () => {
  const IDS = [1, 2, 3].map((n) => `0189aaaa-0000-7000-8000-00000000000${n}`);
  const FIRST = IDS[0]!;
  const act = fc.record({
    desk: fc.integer({ min: 0, max: 1 }),
    acting: fc.constantFrom(...IDS),
    id: fc.constantFrom(...IDS),
    role: fc.option(fc.constantFrom(...ROLES)),
  });

  it('whatever two desks that hear nothing of each other decide', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const operations: Operation[] = [stamped(first(FIRST), FIRST, 0)];
        const desks = [0, 1].map(() => ({ heard: [...operations] }));
        acts.forEach(({ desk, acting, id, role }, index) => {
          const here = desks[desk]!;
          const operators = IDS.map((one) => operator(one, roleIn(here.heard, one)));
          const among = { id, acting, operators, over: [] };
          const context = counting(1000 * (index + 1));
          const decision =
            role === null
              ? revokeGrant(context, among)
              : grantRole(context, { ...among, role, since: null });
          if (!decision.ok) return;
          for (const draft of decision.drafts) {
            const operation = stamped(draft, acting, index + 1);
            here.heard.push(operation);
            operations.push(operation);
          }
        });
        expect(IDS.map((one) => roleIn(operations, one))).toContain('coordinator');
      }),
    );
  });
});

function first(id: string): Draft {
  const decision = introduceRoles(counting(), { acting: id, name: 'A', operators: [], over: [] });
  if (!decision.ok) throw new Error(decision.reason);
  return decision.drafts.at(-1)!;
}

function stamped(draft: Draft, actor: string, index: number): Operation {
  const at = `2026-11-21T09:${String(index).padStart(2, '0')}:00.000Z-0000-${'0'.repeat(8)}`;
  const { personal: _none, ...open } = draft;
  return { ...open, replica: 'x', seq: index + 1, prev: '', at, actor, sealed: null };
}

function roleIn(operations: readonly Operation[], id: string): Role | null {
  const permissions = new Permissions();
  permissions.add(operations);
  return permissions.roleAt(id, `${NOW.slice(0, 4)}-12-31`);
}
