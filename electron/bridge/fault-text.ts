import { BridgeError } from '@shared/contract/failure';
import { DamageError, UnavailableError } from '../register/failures';

/** Errors of this program, whose messages name places in the program or in a file and never a value. */
const OWN = [BridgeError, DamageError, UnavailableError];
/** `ENOENT`, `ERR_SQLITE_ERROR`, `mkdir`: a name in a program. */
const WORD = /^[A-Za-z_]{1,60}$/;
/** `    at name (place:line:column)`, nothing else: the text of a message may hold lines as well. */
const FRAME =
  /^ {4}at (?:[\w$.<>[\]# ]{1,120} \()?(?:node:|file:|\/|[A-Za-z]:\\)[^()]{1,300}:\d+:\d+\)?$/;
const MOST_CAUSES = 4;

/**
 * What of a fault may be written to a log: its class, its codes and where it was thrown. Its message is
 * left out unless it is one of our own errors, because SQLite, JSON and the file system put the values
 * they complain about into theirs.
 */
export function faultText(fault: unknown): string {
  const lines: string[] = [];
  let present: unknown = fault;
  for (let depth = 0; depth < MOST_CAUSES && present !== undefined; depth += 1) {
    lines.push(`${depth === 0 ? '' : 'caused by '}${headOf(present)}`, ...framesOf(present));
    present = present instanceof Error ? present.cause : undefined;
  }
  return lines.join('\n');
}

function headOf(fault: unknown): string {
  if (!(fault instanceof Error)) return `a thrown ${typeof fault}`;
  if (OWN.some((known) => fault instanceof known)) return `${fault.name}: ${fault.message}`;
  const codes = ['code', 'errcode', 'syscall'].flatMap((key) => {
    const value: unknown = Reflect.get(fault, key);
    const plain = typeof value === 'number' || (typeof value === 'string' && WORD.test(value));
    return plain ? [`${key} ${value}`] : [];
  });
  const name = WORD.test(fault.constructor.name) ? fault.constructor.name : 'Error';
  return codes.length === 0 ? name : `${name} (${codes.join(', ')})`;
}

function framesOf(fault: unknown): string[] {
  if (!(fault instanceof Error) || typeof fault.stack !== 'string') return [];
  const { message, stack } = fault;
  const at = message === '' ? -1 : stack.indexOf(message);
  const frames = at < 0 ? stack : stack.slice(at + message.length);
  return frames.split('\n').filter((line) => FRAME.test(line));
}
