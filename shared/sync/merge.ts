import { checkDraft, typeOf } from '../journal/catalogue';
import { sealHolds, type Sha256 } from '../journal/chain';
import { draftSchema, operationSchema, personalOf } from '../operation/operation';
import type { Operation } from '../operation/operation';

/** What is wrong with operations that came from outside. */
export type MergeFault =
  /** Not an operation (or not a commit) at all: refused. `index` is its place in what was given. */
  | { readonly kind: 'malformed'; readonly index: number; readonly detail: string }
  /** Its type is known but its values do not fit the type: refused. */
  | OperationFault<'unfit'>
  /** Its personal values do not match their digest: refused, the true ones may still come. */
  | OperationFault<'seal'>
  /** Does not follow the operation before it: kept, one of the two was altered on its way. */
  | OperationFault<'altered'>
  /** Another operation has the same replica and number: both are kept. */
  | OperationFault<'claimed'>
  /** The commit that ends with it is not signed by its replica's key: the signature is refused. */
  | OperationFault<'signature'>
  /** Not a key, or not the one that is known for this replica: refused. */
  | { readonly kind: 'key'; readonly replica: string };

export interface OperationFault<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  readonly replica: string;
  readonly seq: number;
}

export function operationFault<Kind extends string>(
  kind: Kind,
  { id, replica, seq }: Operation,
): OperationFault<Kind> {
  return { kind, id, replica, seq };
}

export interface MergeReport {
  /** Operations that were not known before. */
  readonly added: number;
  /** Operations that were here already. */
  readonly known: number;
  readonly faults: readonly MergeFault[];
}

export type Judgement =
  | { readonly ok: true; readonly operation: Operation }
  | { readonly ok: false; readonly fault: MergeFault };

/**
 * Whether `value` is an operation whose personal values match their digest. `index` is its place
 * among what came, for the report.
 */
export function judge(value: unknown, index: number, sha256: Sha256): Judgement {
  const parsed = parse(value);
  if (typeof parsed === 'string') {
    return { ok: false, fault: { kind: 'malformed', index, detail: parsed } };
  }
  if (!sealHolds(parsed.sealed, sha256)) {
    return { ok: false, fault: operationFault('seal', parsed) };
  }
  return { ok: true, operation: parsed };
}

/** Types of later versions are not known here, but their form is: it survives every store. */
const incomingSchema = operationSchema.extend({ type: draftSchema.shape.type });

/** The value as an operation, or what is wrong with it. */
function parse(value: unknown): Operation | string {
  try {
    const result = incomingSchema.safeParse(value);
    // The value itself and not a copy: not a byte of what was hashed may change.
    return result.success ? (value as Operation) : (result.error.issues[0]?.message ?? '');
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deeply';
    throw error;
  }
}

/**
 * Whether an operation's values fit its type. Types and versions that this program does not know
 * fit: they are kept, forwarded, and understood after an upgrade.
 */
export function fitsItsType(operation: Operation): boolean {
  const type = typeOf(operation.type, operation.v);
  if (type === null) return true;
  try {
    const forgotten = operation.sealed !== null && operation.sealed.text === null;
    if (forgotten) return type.personal !== null && type.body.safeParse(operation.body).success;
    checkDraft({ ...operation, personal: personalOf(operation) });
    return true;
  } catch {
    return false;
  }
}
