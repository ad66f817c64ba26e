import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

/** What `conf` and `electron-store` have in common. */
export interface Store {
  store: Record<string, unknown>;
}
export type OpenStore = (options: { cwd: string; name: string }) => Store;

export interface DocumentOptions<S extends z.ZodObject> {
  /** `folder/name.json` is the file. */
  readonly folder: string;
  readonly name: string;
  readonly schema: S;
  readonly fallback: () => z.output<S>;
  readonly openStore: OpenStore;
  /** What of the text of a damaged file may be kept beside it; all of it when this is not given. */
  readonly redact?: (text: string) => string;
  /** ISO text, for the name of a file set aside. */
  readonly now: () => string;
}

export interface Document<T> {
  read(): T;
  /** Replaces the given fields, on disk before it returns. */
  write(patch: Partial<T>): T;
  /** The name under which a damaged file was set aside when this was opened; null when it was sound. */
  readonly setAside: string | null;
}

/**
 * A small JSON file with a schema. A field that an earlier version did not have yet starts from the
 * fallback. A file that cannot be read as such is set
 * aside, never overwritten: fields of it that are still valid are kept, the others start again from the
 * fallback.
 */
export function openDocument<S extends z.ZodObject>(
  options: DocumentOptions<S>,
): Document<z.output<S>> {
  const { folder, name, schema, fallback, openStore, now } = options;
  const file = join(folder, `${name}.json`);
  const found = readJson(file);
  const sound =
    found.state === 'json' && isObject(found.value)
      ? schema.safeParse({ ...fallback(), ...found.value })
      : null;
  const damaged = found.state !== 'absent' && sound?.success !== true;

  let setAside: string | null = null;
  if (damaged) {
    setAside = `${name}.broken-${now().replace(/[^0-9TZ]/g, '')}.json`;
    const text = readFileSync(file, 'utf8');
    const kept = options.redact?.(text) ?? text;
    writeFileSync(join(folder, setAside), kept, { mode: 0o600, flush: true });
    rmSync(file);
  }
  let current: z.output<S> =
    sound?.success === true
      ? sound.data
      : salvage(schema, found.state === 'json' ? found.value : null, fallback());

  const store = openStore({ cwd: folder, name });
  const keep = (next: z.output<S>): z.output<S> => {
    current = schema.parse(next);
    store.store = current;
    return current;
  };
  const asFound = found.state === 'json' && isDeepStrictEqual(found.value, current);
  if (!asFound) keep(current);

  return {
    read: () => current,
    write: (patch) => keep({ ...current, ...patch }),
    setAside,
  };
}

type Found = { state: 'absent' } | { state: 'unreadable' } | { state: 'json'; value: unknown };

function readJson(file: string): Found {
  if (!existsSync(file)) return { state: 'absent' };
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { state: 'json', value };
  } catch {
    return { state: 'unreadable' };
  }
}

/** The fallback with every field that the value still has validly. */
function salvage<S extends z.ZodObject>(
  schema: S,
  value: unknown,
  fallback: z.output<S>,
): z.output<S> {
  if (!isObject(value)) return fallback;
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const candidate = { ...fallback, [key]: member };
    if (Object.hasOwn(schema.shape, key) && schema.safeParse(candidate).success) kept[key] = member;
  }
  return schema.parse({ ...fallback, ...kept });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
