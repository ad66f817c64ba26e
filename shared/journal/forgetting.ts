import type { Operation } from '../operation/operation';
import { typeOf } from './catalogue';

/** The type of the operations by which people are forgotten. */
export const FORGET_TYPE = 'person.forgotten';

/**
 * Whom an operation forgets; null when it forgets nobody, or when this version does not understand
 * it. Whether it is permitted is another question: see permission.ts.
 */
export function forgottenBy({ type, v, body }: Operation): string | null {
  if (type !== FORGET_TYPE) return null;
  const understood = typeOf(type, v)?.body.safeParse(body).success ?? false;
  return understood ? (body['id'] as string) : null;
}

/**
 * The operation as it is once somebody whom it names was forgotten: salt and text are gone, the
 * digest stays, so that the chain still verifies and the text cannot be guessed.
 */
export function withoutPersonal(operation: Operation): Operation {
  const { sealed } = operation;
  if (sealed?.salt == null) return operation;
  return { ...operation, sealed: { digest: sealed.digest, salt: null, text: null } };
}
