import type { Operator, Role } from './types';

/** Kinds of operation (what stands before the dot of a type) that each role may write. */
const MAY: Readonly<Record<Exclude<Role, 'coordinator'>, readonly string[]>> = {
  // Lists of nominations bring delegations with them; platform reports bring logins and other names.
  registration: [
    'person',
    'nomination',
    'attendance',
    'import',
    'party',
    'report',
    'login',
    'alias',
    'badge',
    'scan',
  ],
  rapporteur: ['agenda', 'recommendation', 'implementation'],
  'read-only': [],
};

/** Types within those kinds that only a coordinator may write: they cannot be undone. */
const COORDINATOR_ONLY: readonly string[] = ['person.forgotten'];

/** Types that everybody may write about themselves, and about the desk they sit at. */
const OWN: readonly string[] = ['operator.renamed', 'operator.secured'];

/**
 * Whether a role includes an operation of this type. `own`: it is about the actor's own record.
 * `role` null: no grant, or one that was taken back.
 */
export function roleAllows(role: Role | null, type: string, own: boolean): boolean {
  if (role === 'coordinator') return true;
  if (type.startsWith('desk.')) return true;
  if (own && OWN.includes(type)) return true;
  if (role === null || COORDINATOR_ONLY.includes(type)) return false;
  return MAY[role].includes(type.slice(0, type.indexOf('.')));
}

/** Whether roles have been introduced. There is always a coordinator from then on: see decide.ts. */
export function hasRoles(operators: readonly Operator[]): boolean {
  return operators.some((one) => one.role !== null);
}

export function coordinatorsOf(operators: readonly Operator[]): Operator[] {
  return operators.filter((one) => one.role === 'coordinator');
}

/**
 * Another operator of the same name, letter case and spaces aside; null when there is none. Two
 * people may share a name, so it is only worth a warning.
 */
export function namesake(
  operators: readonly Operator[],
  name: string,
  self: string | null,
): Operator | null {
  const wanted = folded(name);
  if (wanted === '') return null;
  return operators.find((one) => one.id !== self && folded(one.name) === wanted) ?? null;
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
