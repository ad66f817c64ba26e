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
 * A login is a subject of its own operations, because its name is somebody's before anybody knows
 * whose. From an operation on that names people beside it, in whatever order these come, it is
 * forgotten with any of them. Null: the operation binds nothing to people.
 */
export function boundBy({ type, subjects, body }: Pick<Operation, 'type' | 'subjects' | 'body'>) {
  const id = body['id'];
  const binds = type.startsWith(BINDING) && typeof id === 'string' && subjects.includes(id);
  return binds && subjects.length > 1 ? id : null;
}

/** How the types of operations begin that bind their record to people. */
export const BINDING = 'login.';

/**
 * The operation as it is once somebody whom it names was forgotten: salt and text are gone, the
 * digest stays, so that the chain still verifies and the text cannot be guessed.
 */
export function withoutPersonal(operation: Operation): Operation {
  const { sealed } = operation;
  if (sealed?.salt == null) return operation;
  return { ...operation, sealed: { digest: sealed.digest, salt: null, text: null } };
}
