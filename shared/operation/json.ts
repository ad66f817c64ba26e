import { z } from 'zod';

/** What an operation's body may hold: plain JSON, no dates, no undefined, no prototypes. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** No honest value is nested deeper; whoever goes through one by recursion relies on it. */
export const JSON_DEPTH = 64;

/** What `member` is of: an object of this program's or of another realm, but of no class. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * The path to the first part of a value that is no JSON (`[]` the value itself), or null. Looks at
 * every member of every operation that comes in, hence by hand: a schema that tries one kind of
 * value after the other costs a large import seconds. A member named `__proto__` is no JSON here.
 */
export function notJson(value: unknown, depth = JSON_DEPTH): (string | number)[] | null {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null;
    case 'number':
      return Number.isFinite(value) ? null : [];
    case 'object':
      break;
    default:
      return [];
  }
  if (value === null) return null;
  if (depth === 0) return [];
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const problem = notJson(value[at], depth - 1);
      if (problem !== null) return [at, ...problem];
    }
    return null;
  }
  return isPlain(value) ? memberNotJson(value, depth) : [];
}

function memberNotJson(value: object, depth: number): (string | number)[] | null {
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return [key];
    const problem = notJson((value as Record<string, unknown>)[key], depth - 1);
    if (problem !== null) return [key, ...problem];
  }
  return null;
}

/** A schema that says where a value is no JSON. What fits is handed on as it is, not copied. */
function jsonBy<T>(problemOf: (value: unknown) => (string | number)[] | null): z.ZodType<T> {
  return z.custom<T>().check((context) => {
    const path = problemOf(context.value);
    if (path === null) return;
    const { value: input } = context;
    context.issues.push({ code: 'custom', message: 'Invalid input: no JSON', path, input });
  });
}

export const jsonSchema = jsonBy<Json>((value) => notJson(value));

/** An object of JSON, such as an operation's body. */
export const jsonObjectSchema = jsonBy<Record<string, Json>>((value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? notJson(value) : [],
);

/**
 * JSON with sorted keys and no white space: the same value always gives the same text, so that it
 * can be hashed. `undefined` members are left out as `JSON.stringify` does.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    const pair = `${JSON.stringify(key)}:${canonicalJson(member)}`;
    text += text === '' ? pair : `,${pair}`;
  }
  return `{${text}}`;
}
