import { useCallback, useState } from 'react';
import type { Login } from '@shared/domain/virtual/types';
import { aliasKey } from '@shared/matching/candidates';
import { useSliced, type Work } from '../../../ui/slices';

/** So many are put in order, or merged, before the clock is looked at. */
const STEP = 256;

const keys = new WeakMap<Login, string>();

/** The login's name as confirmed ones are compared with it; made once. */
export function keyOf(login: Login): string {
  let key = keys.get(login);
  if (key === undefined) keys.set(login, (key = aliasKey(login.name)));
  return key;
}

/** Sorts as `Array.sort` does, a little at a time: comparing names of any script is slow. */
export function* inOrder<One>(
  all: readonly One[],
  compare: (one: One, other: One) => number,
): Generator<undefined, readonly One[]> {
  let runs: One[][] = [];
  for (let at = 0; at < all.length; at += STEP) {
    runs.push(all.slice(at, at + STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: One[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* inOne(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* inOne<One>(
  left: readonly One[],
  right: readonly One[],
  compare: (one: One, other: One) => number,
): Generator<undefined, One[]> {
  const made: One[] = [];
  let [a, b] = [0, 0];
  for (;;) {
    const [one, other] = [left[a], right[b]];
    if (one === undefined) return made.concat(right.slice(b));
    if (other === undefined) return made.concat(left.slice(a));
    const isLeft = compare(one, other) <= 0;
    made.push(isLeft ? one : other);
    if (isLeft) a += 1;
    else b += 1;
    if (made.length % STEP === 0) yield;
  }
}

/** What puts ids in the order of the logins' names; the keys of the names are made by the way. */
function ordering(logins: readonly Login[], language: string) {
  const made: string[] = [];
  const { compare } = new Intl.Collator(language);
  const steps = (function* (): Generator<undefined> {
    for (const [at, login] of logins.entries()) {
      keyOf(login);
      if (at % STEP === 0) yield;
    }
    const sorted = yield* inOrder(logins, (one, other) => compare(one.name, other.name));
    for (const { id } of sorted) made.push(id);
  })();
  const work: Work = (hasTime) => {
    while (hasTime()) if (steps.next().done === true) return false;
    return true;
  };
  return { made, work };
}

const hasSameNames = (some: readonly Login[], others: readonly Login[]): boolean =>
  some.length === others.length &&
  some.every(({ id, name }, at) => id === others[at]?.id && name === others[at].name);

/**
 * Ids of logins in the order of their names; `null` before the first time. A decision changes no
 * name: the order is made again only where logins come or go.
 */
export function useNameOrder(logins: readonly Login[], language: string): readonly string[] | null {
  const [asked, setAsked] = useState(logins);
  if (asked !== logins && !hasSameNames(asked, logins)) setAsked(logins);
  return useSliced(useCallback(() => ordering(asked, language), [asked, language]));
}

/** Logins in an order of ids; those that came since stand at the end. */
export function inThatOrder(logins: readonly Login[], ids: readonly string[]): readonly Login[] {
  const left = new Map(logins.map((login) => [login.id, login]));
  const ordered: Login[] = [];
  for (const id of ids) {
    const login = left.get(id);
    if (login === undefined) continue;
    ordered.push(login);
    left.delete(id);
  }
  return [...ordered, ...left.values()];
}
