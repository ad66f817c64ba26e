/**
 * Something that a reader of a foreign file has to tell. Codes, never words: the interface words
 * them. An `error` stands in the way of taking the thing over; a `warning` does not.
 */
export interface Issue<Code extends string = string> {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** Line of the file, or row of the worksheet, counted from 1; `null`: the whole file. */
  readonly row: number | null;
  /** Column counted from 0; `null`: the whole row. */
  readonly column: number | null;
  /** The text as the file has it, where one text is meant. */
  readonly value: string | null;
  /** Further facts for the wording: counts, limits, dates, names of sheets. */
  readonly params: Readonly<Record<string, string | number>>;
}

interface Place {
  readonly row?: number | null;
  readonly column?: number | null;
  readonly value?: string | null;
  readonly params?: Readonly<Record<string, string | number>>;
}

function issue<Code extends string>(
  severity: 'error' | 'warning',
  code: Code,
  place: Place,
): Issue<Code> {
  return {
    code,
    severity,
    row: place.row ?? null,
    column: place.column ?? null,
    value: place.value ?? null,
    params: place.params ?? {},
  };
}

export function error<Code extends string>(code: Code, place: Place = {}): Issue<Code> {
  return issue('error', code, place);
}

export function warning<Code extends string>(code: Code, place: Place = {}): Issue<Code> {
  return issue('warning', code, place);
}

/** An expected failure of a whole file: nothing of it can be used. */
export interface Refusal<Reason extends string = string> {
  readonly ok: false;
  readonly reason: Reason;
  readonly params: Readonly<Record<string, string | number>>;
}

export function refuse<Reason extends string>(
  reason: Reason,
  params: Readonly<Record<string, string | number>> = {},
): Refusal<Reason> {
  return { ok: false, reason, params };
}
