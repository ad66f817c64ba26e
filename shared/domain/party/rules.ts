import type { Party } from './types';

/** A party's status on a day (ISO date). Open ends hold for ever; unknown dates count as held. */
export function statusOn(
  party: Pick<Party, 'statuses'>,
  day: string,
): 'member' | 'observer' | 'none' {
  const held = party.statuses.filter((period) => holdsOn(period, day));
  return held.at(-1)?.status ?? 'none';
}

/** The code and names by which a party went on a day (EMCDDA until July 2024, then EUDA). */
export function designationOn(
  party: Pick<Party, 'code' | 'names' | 'designations'>,
  day: string,
): Pick<Party, 'code' | 'names'> {
  const held = party.designations.find((one) => holdsOn(one, day));
  return { code: held?.code ?? party.code, names: held?.names ?? party.names };
}

/**
 * The footnotes to a party's designation on a day: the one that no date is on file for, and all that
 * held. Each text once.
 */
export function footnotesOn(
  party: Pick<Party, 'footnote' | 'footnotes'>,
  day: string,
): readonly string[] {
  const dated = party.footnotes.filter((one) => holdsOn(one, day)).map(({ text }) => text);
  return [...new Set([...(party.footnote === null ? [] : [party.footnote]), ...dated])];
}

/** The day before an ISO date, in the calendar, without a time zone. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A time between two days, both included; `null`: not known, or open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export function holdsOn({ from, to }: Period, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Whether two periods share a day; an end that is not known reaches as far as can be. */
export function overlap(a: Period, b: Period): boolean {
  const begins = (one: Period, other: Period) =>
    one.from === null || other.to === null || one.from <= other.to;
  return begins(a, b) && begins(b, a);
}
