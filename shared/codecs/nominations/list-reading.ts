import type { Issue } from '../issue';
import { foldLabel } from '../table/fold-label';
import { cellAt, isBlank } from '../table/sheet';
import { KnownNominees, listedBefore } from './compare';
import { columnOrder, type DayOrder } from './dates';
import { NOMINATION_FIELDS, type NominationField } from './header-names';
import type { NominationIssueCode } from './issues';
import { judge, repeats, type Entry, type Line } from './judge';
import { readRow, type FileContext } from './read-row';
import type {
  NominationInput,
  NominationPart,
  NominationRow,
  ReadingContext,
  RowEdits,
} from './types';

function dataLines({ sheet, mapping, edits }: NominationInput, part: number): Line[] {
  const first = mapping.headerRow === null ? 0 : mapping.headerRow + 1;
  return sheet.rows
    .map((cells, at) => ({
      ...{ cells, at, row: sheet.firstLine[at] ?? at + 1 },
      key: `${part}:${at}`,
    }))
    .slice(first)
    .filter(({ cells, key }) => !isBlank(cells) || edits?.has(key) === true);
}

function contextOf(input: NominationInput, lines: readonly Line[]): FileContext {
  const values = (field: NominationField) =>
    lines.map(
      ({ cells, key }) =>
        input.edits?.get(key)?.[field] ?? cellAt(cells, input.mapping.columns[field]),
    );
  const dates = ['sourceDate', 'receivedOn'] as const;
  // One person filled the file in: a column that decides for itself decides for the other.
  const all = columnOrder(dates.flatMap(values));
  const orders = new Map<NominationField, DayOrder | null>(
    dates.map((field) => [field, columnOrder(values(field)) ?? all]),
  );
  const letters = new Set(values('gender').map(foldLabel));
  const spanishGender = letters.has('h') && letters.has('m') && !letters.has('f');
  return { input, orders, spanishGender };
}

/** Rows of the list by something they have in common, each time in the order of the list. */
class Together {
  private readonly rows = new Map<string, number[]>();

  all(key: string): readonly number[] {
    return this.rows.get(key) ?? [];
  }

  first(key: string): number | undefined {
    return this.rows.get(key)?.[0];
  }

  add(key: string, at: number): void {
    const rows = this.rows.get(key);
    if (rows === undefined) this.rows.set(key, [at]);
    else if (at > (rows.at(-1) ?? -1)) rows.push(at);
    else
      rows.splice(
        rows.findIndex((one) => one > at),
        0,
        at,
      );
  }

  remove(key: string, at: number): void {
    const rows = this.rows.get(key);
    if (rows === undefined) return;
    rows.splice(rows.indexOf(at), 1);
    if (rows.length === 0) this.rows.delete(key);
  }
}

interface Part {
  input: NominationInput;
  readonly lines: readonly Line[];
  readonly context: FileContext;
}

/** What a human can say of a list while looking at it, without its columns being read anew. */
export type Corrections = Required<Pick<ReadingContext, 'edits' | 'resolveParty'>>;

/** Fields from which a whole column is read: a corrected cell of theirs can change other rows. */
const COLUMN_WIDE: readonly NominationField[] = ['sourceDate', 'receivedOn', 'gender'];

/**
 * The mapped sheets of one list → rows with a verdict each, against what is there already and
 * against one another; and the same again after a correction, when only the rows that were
 * corrected are read, and those compared anew that speak of the same address or name.
 */
export class ListReading {
  private readonly known: KnownNominees;
  private readonly parts: readonly Part[];
  private readonly entries: Entry[] = [];
  private readonly made: NominationRow[];
  private readonly byEmail = new Together();
  private readonly byName = new Together();
  /** Key of a row → its place among all. */
  private readonly places = new Map<string, number>();
  private edits: RowEdits;

  constructor(parts: readonly NominationPart[], reading: ReadingContext) {
    this.known = new KnownNominees(reading.existing, reading.foldName);
    this.edits = reading.edits ?? new Map();
    this.parts = parts.map((part, index) => {
      const defaults =
        part.party === undefined ? reading.defaults : { ...reading.defaults, party: part.party };
      const input: NominationInput = {
        ...reading,
        ...part,
        ...(defaults === undefined ? {} : { defaults }),
      };
      const lines = dataLines(input, index);
      return { input, lines, context: contextOf(input, lines) };
    });
    this.readAll();
    this.made = this.entries.flatMap((_, at) => this.judged(at) ?? []);
  }

  get rows(): readonly NominationRow[] {
    return this.made;
  }

  /**
   * Takes corrections over and tells which rows are otherwise now. `settled`: whether the party of
   * a text was told since. `null`: they change how a whole column is read, and so anything; the
   * list has to be read from the beginning.
   */
  correct(
    { edits, resolveParty }: Corrections,
    settled: (partyText: string) => boolean,
  ): NominationRow[] | null {
    const edited = new Set([...edits.keys(), ...this.edits.keys()]);
    const changed = new Set<number>();
    let columns = false;
    for (const key of edited) {
      const [now, before] = [edits.get(key), this.edits.get(key)];
      const at = this.places.get(key);
      if (at === undefined || sameCells(now, before)) continue;
      changed.add(at);
      columns ||= COLUMN_WIDE.some((field) => now?.[field] !== before?.[field]);
    }
    this.edits = edits;
    for (const part of this.parts) part.input = { ...part.input, edits, resolveParty };
    if (columns && this.parts.some(readsOtherwise)) return null;
    const told = new Map<string, boolean>();
    this.entries.forEach(({ read: { partyText } }, at) => {
      let is = told.get(partyText);
      if (is === undefined) told.set(partyText, (is = settled(partyText)));
      if (is) changed.add(at);
    });
    const touched = new Set(changed);
    for (const at of changed) this.replace(at, touched);
    const rows: NominationRow[] = [];
    for (const at of touched) {
      const row = this.judged(at);
      if (row === null) continue;
      this.made[at] = row;
      rows.push(row);
    }
    return rows;
  }

  private readAll(): void {
    this.parts.forEach((part, index) => {
      for (const line of part.lines) {
        const at = this.entries.length;
        const entry = this.read(part, index, line);
        this.entries.push(entry);
        this.places.set(line.key, at);
        this.note(entry, at);
      }
    });
  }

  /** Reads a row again; `touched` gets the rows that it repeats, or did. */
  private replace(at: number, touched: Set<number>): void {
    const before = this.entries[at];
    const part = this.parts[before?.index ?? -1];
    if (before === undefined || part === undefined) return;
    const after = this.read(part, before.index, before.line);
    const others = (entry: Entry) => {
      for (const email of entry.emails) for (const one of this.byEmail.all(email)) touched.add(one);
      if (entry.name !== null) for (const one of this.byName.all(entry.name)) touched.add(one);
    };
    others(before);
    for (const email of before.emails) this.byEmail.remove(email, at);
    if (before.name !== null) this.byName.remove(before.name, at);
    this.entries[at] = after;
    this.note(after, at);
    others(after);
  }

  private read({ input, context }: Part, index: number, line: Line): Entry {
    const edits = input.edits?.get(line.key);
    const asRead = (cells?: typeof edits) =>
      readRow({ ...context, input }, line.cells, line.row, cells);
    const read = asRead(edits);
    const { emails, party } = read.data;
    const key = this.known.keyOf(read.data);
    return {
      ...{ line, index, sheet: input.sheet.name, read, key },
      listed: edits === undefined ? {} : listedBefore(asRead().data, read.data),
      emails: emails.map((email) => email.toLowerCase()),
      name: key === '' || party === null ? null : `${party} ${key}`,
    };
  }

  private note({ emails, name }: Entry, at: number): void {
    for (const email of emails) this.byEmail.add(email, at);
    if (name !== null) this.byName.add(name, at);
  }

  private judged(at: number): NominationRow | null {
    const entry = this.entries[at];
    const part = this.parts[entry?.index ?? -1];
    if (entry === undefined || part === undefined) return null;
    return judge(entry, part.input, this.known, this.repeatedBy(entry, at));
  }

  /** What earlier rows say of this one. */
  private repeatedBy(entry: Entry, at: number): Issue<NominationIssueCode>[] {
    const earlier = (place: number | undefined) =>
      place === undefined || place >= at ? undefined : this.entries[place];
    const { emails, name } = entry;
    const mailed = emails
      .map((email) => earlier(this.byEmail.first(email)))
      .find((one) => one !== undefined);
    return repeats(entry, mailed, name === null ? undefined : earlier(this.byName.first(name)));
  }
}

type Cells = RowEdits extends ReadonlyMap<string, infer One> ? One | undefined : never;

function sameCells(one: Cells, other: Cells): boolean {
  return NOMINATION_FIELDS.every((field) => one?.[field] === other?.[field]);
}

/** Whether corrected cells say something else of how the columns of a sheet are to be read. */
function readsOtherwise({ input, lines, context }: Part): boolean {
  const now = contextOf(input, lines);
  if (now.spanishGender !== context.spanishGender) return true;
  return COLUMN_WIDE.some((field) => now.orders.get(field) !== context.orders.get(field));
}
