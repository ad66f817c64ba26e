import { parseArgs } from 'node:util';

export interface Options {
  /** Multiplies the people of every load, and with them the events. */
  readonly scale: number;
  readonly seed: number;
  /** Names of the measures to take; empty for all. */
  readonly only: readonly string[];
  /** A hundredth of everything: shows that the bench works, not how fast the program is. */
  readonly quick: boolean;
}

export type ParsedOptions =
  { readonly ok: true; readonly options: Options } | { readonly ok: false; readonly why: string };

const QUICK_SCALE = 0.01;

/** What stands behind `npm run bench --`, checked. */
export function parseOptions(args: readonly string[], names: readonly string[]): ParsedOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        scale: { type: 'string' },
        seed: { type: 'string' },
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean' },
      },
    }));
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
  const quick = values.quick ?? false;
  const scale = Number(values.scale ?? (quick ? QUICK_SCALE : 1));
  const seed = Number(values.seed ?? 20_261_121);
  const only = (values.only ?? []).flatMap((text) => text.split(','));
  const unknown = only.find((name) => !names.includes(name));
  if (!(scale >= 0.001 && scale <= 20)) return { ok: false, why: '--scale wants 0.001 to 20' };
  if (!Number.isSafeInteger(seed)) return { ok: false, why: '--seed wants a whole number' };
  if (unknown !== undefined) {
    return { ok: false, why: `there is no "${unknown}"; there are: ${names.join(', ')}` };
  }
  return { ok: true, options: { scale, seed, only, quick } };
}
