import type { Operation } from '@shared/operation/operation';
import type { Standing } from './standing';

export interface Refusal {
  readonly reason: 'forgotten' | 'not-permitted';
  /** In words, without a value of the operation. */
  readonly detail: string;
}

/**
 * Why operations that are about to be committed as one act are refused; null when they are not. The
 * act is judged with the grants that it brings itself.
 */
export function refusalOf(standing: Standing, operations: readonly Operation[]): Refusal | null {
  const permissions = standing.permissions.copy();
  permissions.add(operations);
  for (const operation of operations) {
    const { type, sealed, subjects } = operation;
    if (!permissions.permits(operation)) {
      return {
        reason: 'not-permitted',
        detail: `${type}: the operator's role does not include it`,
      };
    }
    if (sealed !== null && subjects.some((person) => standing.isForgotten(person))) {
      return { reason: 'forgotten', detail: `${type}: it names somebody who was forgotten` };
    }
  }
  return null;
}
