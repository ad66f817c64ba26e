import { assertNever } from '../../operation/assert';

/** A figure as a report words it: `over 160`, `nearly 90`, or the figure itself. */
export interface Approximate {
  readonly qualifier: 'exact' | 'over' | 'nearly';
  readonly value: number;
}

/**
 * Rounding of the sentence (domain.md, *The sentence*): multiples of 10 and figures under 20 are
 * exact; within 10 of a hundred, *over* or *nearly* that hundred; else the nearer ten, a tie being
 * *over* (165 → over 160).
 */
export function approximate(count: number): Approximate {
  if (count < 20 || count % 10 === 0) return { qualifier: 'exact', value: count };
  const pastHundred = count % 100;
  if (pastHundred < 10) return { qualifier: 'over', value: count - pastHundred };
  if (pastHundred > 90) return { qualifier: 'nearly', value: count - pastHundred + 100 };
  const pastTen = count % 10;
  return pastTen <= 5
    ? { qualifier: 'over', value: count - pastTen }
    : { qualifier: 'nearly', value: count - pastTen + 10 };
}

/** A published figure: `exact` where nothing stands before it. */
export type Claim = Approximate;

/**
 * Whether a published figure is true of an exact one. *Over* and *nearly* are strict, and reach no
 * further than the precision of their figure: *over 500* holds for 507 and for 590, *over 160* for
 * 165 and not for 180.
 */
export function holds(claim: Claim, count: number): boolean {
  const reach = claim.value % 100 === 0 ? 100 : 10;
  switch (claim.qualifier) {
    case 'exact':
      return count === claim.value;
    case 'over':
      return claim.value < count && count < claim.value + reach;
    case 'nearly':
      return claim.value - reach < count && count < claim.value;
    default:
      return assertNever(claim.qualifier);
  }
}
