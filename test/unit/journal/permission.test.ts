import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleAllows } from '@shared/domain/operator/rules';
import { ROLES, type Role } from '@shared/domain/operator/types';
import { EVERYBODY, GRANT_TYPE, instantText, Permissions } from '@shared/journal/permission';
import type { Operation } from '@shared/operation/operation';

/** Operators, by the last digit of their ids. */
const [ANA, BEN, CEM, DEA] = [1, 2, 3, 4].map(
  (digit) => `01860000-0000-7000-8000-00000000000${digit}`,
) as [string, string, string, string];
const PEOPLE = [ANA, BEN, CEM, DEA];

const stampAt = (minute: number) =>
  `2026-11-22T08:${String(minute).padStart(2, '0')}:30.500Z-0000-1a2b3c4d`;
let made = 0;

function operation(minute: number, actor: string, over: Partial<Operation> = {}): Operation {
  made += 1;
  return {
    ...{ id: `01860000-0000-7000-9000-${String(made).padStart(12, '0')}`, replica: DEA, seq: made },
    ...{ prev: '0'.repeat(64), at: stampAt(minute), actor, meeting: null, type: 'party.added' },
    ...{ v: 1, over: [], subjects: [], blobs: [], body: {}, sealed: null },
    ...over,
  };
}

function grant(
  minute: number,
  actor: string,
  operator: string,
  role: Role | null,
  since: string | null = null,
): Operation {
  const body = { id: operator, set: { role, since } };
  return operation(minute, actor, { type: GRANT_TYPE, body });
}

const does = (minute: number, actor: string, type: string) => operation(minute, actor, { type });

function permissionsOf(...grants: Operation[]): Permissions {
  const permissions = new Permissions();
  permissions.add(grants);
  return permissions;
}

describe('before anybody introduced roles', () => {
  it('everybody may do everything', () => {
    const permissions = new Permissions();
    expect(permissions.roles).toBe(false);
    for (const type of [
      'party.added',
      'person.forgotten',
      'programme.changed',
      'voucher.stamped',
    ]) {
      expect(permissions.permits(does(1, ANA, type))).toBe(true);
    }
  });

  it.each<[string, Operation]>([
    ['to somebody else', grant(1, ANA, BEN, 'coordinator')],
    ['of a lesser role to oneself', grant(1, ANA, ANA, 'registration')],
    ['that takes something back', grant(1, ANA, ANA, null)],
    ['of a later version', { ...grant(1, ANA, ANA, 'coordinator'), v: 2 }],
    ['with another body', { ...grant(1, ANA, ANA, 'coordinator'), body: { id: ANA } }],
    ['of no operator', { ...grant(1, ANA, ANA, 'coordinator'), body: { set: {} } }],
  ])('a grant %s does not hold and introduces none', (_what, first) => {
    const permissions = permissionsOf(first);
    expect(permissions.roles).toBe(false);
    expect(permissions.permits(first)).toBe(false);
    expect(permissions.permits(does(2, CEM, 'party.added'))).toBe(true);
  });
});

describe('from the first grant on', () => {
  const first = grant(10, ANA, ANA, 'coordinator');

  it('needs a role for what happens, and not for what happened before', () => {
    const permissions = permissionsOf(first);
    expect(permissions.permits(first)).toBe(true);
    for (const [minute, actor, holds] of [
      [9, BEN, true],
      [11, BEN, false],
      [11, ANA, true],
      [9, ANA, true],
    ] as const) {
      expect(permissions.permits(does(minute, actor, 'party.added'))).toBe(holds);
    }
  });

  it.each<[Role, string, boolean]>([
    ['registration', 'attendance.arrived', true],
    ['registration', 'person.recorded', true],
    ['registration', 'person.forgotten', false],
    ['registration', 'recommendation.worded', false],
    ['registration', 'meeting.changed', false],
    ['rapporteur', 'recommendation.worded', true],
    ['rapporteur', 'attendance.arrived', false],
    ['registration', 'badge.printed', true],
    ['rapporteur', 'implementation.reported', true],
    ['rapporteur', 'scan.kept', false],
    ['read-only', 'attendance.arrived', false],
    ['read-only', 'desk.named', true],
    ['coordinator', 'person.forgotten', true],
    ['coordinator', 'voucher.stamped', true],
  ])('%s and %s: %s', (role, type, holds) => {
    const permissions = permissionsOf(first, grant(11, ANA, BEN, role));
    expect(permissions.permits(does(12, BEN, type))).toBe(holds);
  });

  it('lets everybody rename themselves, and nobody else', () => {
    const permissions = permissionsOf(first);
    const renamed = (id: string) =>
      operation(12, BEN, { type: 'operator.renamed', body: { id, set: {} } });
    expect(permissions.permits(renamed(BEN))).toBe(true);
    expect(permissions.permits(renamed(CEM))).toBe(false);
  });

  it('a second desk that introduced roles later, while apart, has introduced none', () => {
    const second = grant(12, BEN, BEN, 'coordinator');
    const apart = permissionsOf(second);
    expect(apart.permits(does(13, BEN, 'party.added'))).toBe(true);
    const changes = apart.add([first]);
    expect(apart.permits(second)).toBe(false);
    expect(apart.permits(does(13, BEN, 'party.added'))).toBe(false);
    expect(changes).toContainEqual({ actor: EVERYBODY, from: first.at });
    expect(changes).toContainEqual({ actor: BEN, from: second.at });
  });

  it('grants of who is no coordinator hold not, and what these grant holds not', () => {
    const byBen = grant(12, BEN, CEM, 'registration');
    const byCem = grant(13, CEM, DEA, 'registration');
    const permissions = permissionsOf(first, grant(11, ANA, BEN, 'registration'), byBen, byCem);
    for (const one of [byBen, byCem]) expect(permissions.permits(one)).toBe(false);
    expect(permissions.permits(does(14, DEA, 'attendance.arrived'))).toBe(false);
  });

  it('a role that was taken back ends, and what was done in it stays', () => {
    const permissions = permissionsOf(
      first,
      grant(11, ANA, BEN, 'registration'),
      grant(20, ANA, BEN, null),
    );
    expect(permissions.permits(does(15, BEN, 'attendance.arrived'))).toBe(true);
    expect(permissions.permits(does(21, BEN, 'attendance.arrived'))).toBe(false);
    expect(permissions.roleAt(BEN, stampAt(21))).toBeNull();
  });

  it('a role taken back from an earlier instant undoes what was done since', () => {
    const back = grant(20, ANA, BEN, null, '2026-11-22T08:14:00Z');
    const permissions = permissionsOf(first, grant(11, ANA, BEN, 'registration'));
    expect(permissions.add([back])).toEqual([{ actor: BEN, from: '2026-11-22T08:14:00.000Z' }]);
    expect(permissions.permits(does(13, BEN, 'attendance.arrived'))).toBe(true);
    expect(permissions.permits(does(14, BEN, 'attendance.arrived'))).toBe(false);
  });

  it.each<[string, boolean]>([
    ['2026-11-22T08:14:30Z', true],
    ['2026-11-22T08:14:30.500Z', true],
    ['2026-11-22T08:14:30.501Z', false],
    ['2026-11-22T08:14:31Z', false],
    ['2026-11-22T08:59:00Z', false],
  ])(
    'a grant that reaches back to %s approves what was done in that second: %s',
    (since, holds) => {
      const permissions = permissionsOf(first, grant(20, ANA, BEN, 'registration', since));
      expect(permissions.permits(does(14, BEN, 'attendance.arrived'))).toBe(holds);
      expect(permissions.permits(does(20, BEN, 'attendance.arrived'))).toBe(true);
    },
  );

  it('a grant that reaches back changes no grant that was given meanwhile', () => {
    const byBen = grant(15, BEN, CEM, 'registration');
    const permissions = permissionsOf(
      ...[first, byBen, grant(11, ANA, BEN, 'coordinator')],
      grant(20, ANA, BEN, null, '2026-11-22T08:12:00Z'),
    );
    expect(permissions.permits(byBen)).toBe(true);
    expect(permissions.permits(does(16, CEM, 'attendance.arrived'))).toBe(true);
    expect(permissions.permits(does(16, BEN, 'attendance.arrived'))).toBe(false);
  });

  it('a coordinator cannot lay the role down, and two cannot remove each other', () => {
    const down = grant(11, ANA, ANA, null);
    const lesser = grant(12, ANA, ANA, 'registration');
    const permissions = permissionsOf(first, down, lesser);
    expect([down, lesser].map((one) => permissions.permits(one))).toEqual([false, false]);
    expect(permissions.roleAt(ANA, stampAt(13))).toBe('coordinator');
    const both = [grant(13, ANA, BEN, 'coordinator'), grant(14, ANA, BEN, null)];
    const back = grant(15, BEN, ANA, null);
    permissions.add([back, ...both]);
    expect(permissions.permits(back)).toBe(false);
    expect(permissions.roleAt(ANA, stampAt(16))).toBe('coordinator');
  });

  it('a copy goes its own way', () => {
    const permissions = permissionsOf(first);
    const copy = permissions.copy();
    copy.add([grant(11, ANA, BEN, 'registration')]);
    expect(copy.roleAt(BEN, stampAt(12))).toBe('registration');
    expect(permissions.roleAt(BEN, stampAt(12))).toBeNull();
    expect(permissions.add([first])).toEqual([]);
  });
});

const minute = fc.integer({ min: 0, max: 12 });
const person = fc.constantFrom(...PEOPLE);
const grants = fc.array(
  fc
    .record({
      ...{ minute, actor: person, operator: person },
      role: fc.constantFrom<Role | null>(...ROLES, 'coordinator', null),
      since: fc.option(minute),
    })
    .map(({ minute: at, actor, operator, role, since }) =>
      grant(at, actor, operator, role, since === null ? null : stampAt(since).slice(0, 24)),
    ),
  { maxLength: 12 },
);
const acts = PEOPLE.flatMap((actor) =>
  Array.from({ length: 13 }, (_, at) => [
    does(at, actor, 'attendance.arrived'),
    does(at, actor, 'person.forgotten'),
    does(at, actor, 'recommendation.worded'),
  ]).flat(),
);
const inOrder = (operations: readonly Operation[]) =>
  operations.toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));

/** The rule as it is written, without any haste: each grant judged by those before it. */
function byDefinition(all: readonly Operation[]): (operation: Operation) => boolean {
  const held: Operation[] = [];
  const setOf = ({ body }: Operation) => body['set'] as { role: Role | null; since: string | null };
  const fromOf = (one: Operation) => {
    const { since } = setOf(one);
    return since !== null && instantText(since) < one.at ? instantText(since) : one.at;
  };
  const roleAt = (actor: string, at: string) => {
    const theirs = held.filter((one) => one.body['id'] === actor && fromOf(one) <= at);
    const last = inOrder(theirs).at(-1);
    return last === undefined ? null : setOf(last).role;
  };
  for (const one of inOrder(all)) {
    const own = one.body['id'] === one.actor;
    const becomes = setOf(one).role === 'coordinator';
    const may = held.length === 0 ? own : roleAt(one.actor, one.at) === 'coordinator';
    if (may && (becomes || (!own && held.length > 0))) held.push(one);
  }
  return (one) => {
    const [first] = held;
    if (one.type === GRANT_TYPE) return held.some(({ id }) => id === one.id);
    if (first === undefined || one.at < first.at) return true;
    return roleAllows(roleAt(one.actor, one.at), one.type, one.body['id'] === one.actor);
  };
}

describe('any grants', () => {
  it('in any order, in any portions, give what the definition gives', () => {
    const orders = grants.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(12)),
    );
    fc.assert(
      fc.property(orders, ([all, arrived, cut]) => {
        const holds = byDefinition(all);
        const permissions = permissionsOf(...arrived.slice(0, cut));
        permissions.add(arrived.slice(Math.max(0, cut - 2)));
        expect(permissions.roles).toBe(all.some(holds));
        for (const one of [...acts, ...all]) {
          expect(permissions.permits(one)).toBe(holds(one));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that come late change nothing but what is told', () => {
    const late = fc.tuple(grants, grants);
    fc.assert(
      fc.property(late, ([before, after]) => {
        const permissions = permissionsOf(...before);
        const held = new Set(acts.filter((act) => permissions.permits(act)));
        const changes = permissions.add(after);
        for (const act of acts) {
          if (held.has(act) === permissions.permits(act)) continue;
          const told = changes.some(
            ({ actor, from }) => [EVERYBODY, act.actor].includes(actor) && from <= act.at,
          );
          expect(told).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('always leave a coordinator, once there is one', () => {
    fc.assert(
      fc.property(grants, (all) => {
        const permissions = permissionsOf(...all);
        const roles = PEOPLE.map((one) => permissions.roleAt(one, stampAt(59)));
        expect(roles.includes('coordinator')).toBe(permissions.roles);
      }),
      { numRuns: 500 },
    );
  });
});
