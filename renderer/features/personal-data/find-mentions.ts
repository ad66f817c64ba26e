import { isLetterKey, type LetterKey } from '@shared/domain/programme/letters';
import type { Person } from '@shared/domain/person/types';
import { boundBy } from '@shared/journal/forgetting';
import { excerptOf, mentionOf } from '@shared/matching/mentions';
import { personalOf, type Operation, type Stamped } from '@shared/operation/operation';

/** A text in which somebody is named and to which no subject leads. */
export interface Mention {
  /** Of the operation that wrote it. */
  readonly id: string;
  readonly type: string;
  readonly record: string;
  readonly meeting: string | null;
  readonly at: string;
  readonly excerpt: string;
  /** Which of a programme's letters it is in. */
  readonly letter: LetterKey | null;
}

interface Text {
  readonly text: string;
  readonly letter: LetterKey | null;
}

type ReadPage = (after: number) => Promise<{ operations: readonly Stamped[]; last: number }>;

/** Kinds of operation whose public values speak of parties and desks, never of people. */
const OF_NOBODY = ['party', 'programme', 'desk'];

/**
 * Reads the whole journal for texts that name these people: what forgetting by subject cannot find.
 * One mention for each record and wording; the newest first. `signal` stops it.
 */
export async function findMentions(
  people: readonly Person[],
  readPage: ReadPage,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Mention[]> {
  const mentions = mentionOf(people);
  const ids = new Set(people.map(({ id }) => id));
  const found = new Map<string, Mention>();
  const bound = new Set<string | null>();
  for (let after = 0; ;) {
    const { operations, last } = await readPage(after);
    if (signal.aborted) return [];
    for (const { operation } of operations) {
      if (operation.subjects.some((subject) => ids.has(subject))) bound.add(boundBy(operation));
      for (const { text, letter } of textsOf(operation, ids)) {
        if (!mentions(text)) continue;
        const mention = mentionIn(operation, excerptOf(text, mentions), letter);
        found.set(`${mention.record} ${letter ?? ''} ${mention.excerpt}`, mention);
      }
    }
    after = operations.at(-1)?.n ?? last;
    onProgress(Math.min(after, last), last);
    if (operations.length === 0 || after >= last) break;
  }
  // What becomes known as theirs only later in the journal goes with them, too.
  return [...found.values()].filter(({ record }) => !bound.has(record)).reverse();
}

/** The texts of an operation that stay when these people are forgotten. */
function textsOf(operation: Operation, forgotten: ReadonlySet<string>): Text[] {
  const { type, subjects, body } = operation;
  const texts: Text[] = [];
  if (!OF_NOBODY.includes(type.slice(0, type.indexOf('.')))) collect(body, null, texts);
  if (!subjects.some((subject) => forgotten.has(subject)))
    collect(personalOf(operation), null, texts);
  return texts;
}

function collect(value: unknown, letter: LetterKey | null, texts: Text[]): void {
  if (typeof value === 'string') texts.push({ text: value, letter });
  else if (Array.isArray(value)) for (const item of value) collect(item, letter, texts);
  else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value))
      collect(member, isLetterKey(key) ? key : letter, texts);
  }
}

function mentionIn(operation: Operation, excerpt: string, letter: LetterKey | null): Mention {
  const { id, type, meeting, at, body } = operation;
  const record = typeof body['id'] === 'string' ? body['id'] : id;
  return { id, type, record, meeting, at, excerpt, letter };
}
