import { describe, expect, it } from 'vitest';
import { coordinatorsOf, hasRoles, namesake, roleAllows } from '@shared/domain/operator/rules';
import { OPERATOR_DEFAULTS, type Operator, type Role } from '@shared/domain/operator/types';

const operator = (id: string, name: string, role: Role | null = null): Operator => ({
  ...OPERATOR_DEFAULTS,
  id,
  name,
  role,
});

describe('what a role includes', () => {
  it.each([
    ['coordinator', 'person.forgotten', false, true],
    ['coordinator', 'operator.granted', false, true],
    ['registration', 'attendance.recorded', false, true],
    ['registration', 'person.recorded', false, true],
    ['registration', 'person.forgotten', false, false],
    ['registration', 'agenda.added', false, false],
    ['rapporteur', 'recommendation.agreed', false, true],
    ['rapporteur', 'nomination.recorded', false, false],
    ['read-only', 'attendance.recorded', false, false],
    ['read-only', 'operator.secured', true, true],
    ['read-only', 'operator.secured', false, false],
    ['registration', 'operator.granted', true, false],
    [null, 'operator.renamed', true, true],
    [null, 'person.recorded', false, false],
    [null, 'desk.named', false, true],
  ] as const)('%s and %s (about oneself: %s): %s', (role, type, own, allowed) => {
    expect(roleAllows(role, type, own)).toBe(allowed);
  });
});

describe('operators', () => {
  const people = [operator('a', 'Ada', 'coordinator'), operator('b', 'Bela Testová')];

  it('have roles as soon as one of them has', () => {
    expect(hasRoles(people)).toBe(true);
    expect(hasRoles(people.slice(1))).toBe(false);
    expect(coordinatorsOf(people).map((one) => one.id)).toEqual(['a']);
  });

  it.each([
    ['  bela   TESTOVÁ ', null, 'b'],
    ['Bela Testová', null, 'b'],
    ['Bela Testová', 'b', null],
    ['', null, null],
    ['Somebody else', null, null],
  ])('are namesakes: “%s” (of %s) is %s', (name, self, expected) => {
    expect(namesake([...people, operator('c', '')], name, self)?.id ?? null).toBe(expected);
  });
});
