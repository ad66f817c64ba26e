import type { Party } from './types';

/** A party's status on a day (ISO date). Open ends hold for ever; unknown dates count as held. */
export function statusOn(
  party: Pick<Party, 'statuses'>,
  day: string,
): 'member' | 'observer' | 'none' {
  const held = party.statuses.filter(
    (period) =>
      (period.from === null || period.from <= day) && (period.to === null || day <= period.to),
  );
  return held.at(-1)?.status ?? 'none';
}

/** The code and names by which a party went on a day (EMCDDA until July 2024, then EUDA). */
export function designationOn(
  party: Pick<Party, 'code' | 'names' | 'designations'>,
  day: string,
): Pick<Party, 'code' | 'names'> {
  const held = party.designations.find(
    (one) => (one.from === null || one.from <= day) && (one.to === null || day <= one.to),
  );
  return { code: held?.code ?? party.code, names: held?.names ?? party.names };
}
