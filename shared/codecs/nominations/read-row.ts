import type { SourceDocument } from '../../domain/nomination/types';
import { error, warning, type Issue } from '../issue';
import { LIMITS } from '../limits';
import { readDate, settleDate, type DayOrder } from './dates';
import { EMAIL } from './guess';
import type { NominationField } from './header-names';
import type { NominationIssueCode } from './issues';
import { sourceName, wholeName } from './name';
import type { NominationData, NominationInput } from './types';
import { capacityOf, genderOf, modalityOf, registrationProblem, sourceKindOf } from './words';

/** What the whole file says about how its cells are to be read. */
export interface FileContext {
  readonly input: NominationInput;
  readonly orders: ReadonlyMap<NominationField, DayOrder | null>;
  readonly spanishGender: boolean;
}

export interface ReadRow {
  readonly row: number;
  readonly data: NominationData;
  readonly issues: readonly Issue<NominationIssueCode>[];
  readonly partyText: string;
  readonly partyEvidence: string | null;
  readonly partyCandidates: readonly string[];
}

const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A cell's text: without hidden characters, with plain spaces; the writing stays. */
function clean(text: string): string {
  return text
    .replace(HIDDEN, '')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .replace(/^[\u200e\u200f ]+|[\u200e\u200f ]+$/g, '');
}

const LONG_FIELDS = new Set<NominationField>(['remarks']);
/** As long as the register takes them. */
const SHORT_FIELDS: Readonly<Partial<Record<NominationField, number>>> = {
  familyName: 200,
  givenName: 200,
  honorific: 60,
  sourceNumber: 100,
};

/** Reads the cells of one row and collects what there is to say about them. */
class RowReader {
  readonly issues: Issue<NominationIssueCode>[] = [];
  private readonly texts = new Map<NominationField, string>();

  constructor(
    private readonly context: FileContext,
    private readonly cells: readonly string[],
    readonly row: number,
    private readonly edits: Readonly<Partial<Record<NominationField, string>>>,
  ) {}

  column(field: NominationField): number | null {
    return this.context.input.mapping.columns[field] ?? null;
  }

  /** The cleaned text of a field; read, and reported on, once. */
  text(field: NominationField): string {
    const known = this.texts.get(field);
    if (known !== undefined) return known;
    const text = this.readText(field);
    this.texts.set(field, text);
    return text;
  }

  private readText(field: NominationField): string {
    const column = this.column(field);
    const raw = this.edits[field] ?? (column === null ? '' : (this.cells[column] ?? ''));
    const text = clean(raw);
    if (raw.replace(HIDDEN, '') !== raw) this.warn('hidden-characters', field, text);
    const limit = LONG_FIELDS.has(field)
      ? LIMITS.remarksCharacters
      : (SHORT_FIELDS[field] ?? LIMITS.fieldCharacters);
    if (text.length <= limit) return text;
    this.fail('too-long', field, `${text.slice(0, 60)}…`, { limit });
    return text.slice(0, limit);
  }

  fail(
    code: NominationIssueCode,
    field: NominationField,
    value: string | null = null,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    this.issues.push(error(code, { row: this.row, column: this.column(field), value, params }));
  }

  warn(
    code: NominationIssueCode,
    field: NominationField,
    value: string | null = null,
    params: Readonly<Record<string, string | number>> = {},
  ): void {
    this.issues.push(warning(code, { row: this.row, column: this.column(field), value, params }));
  }

  /** A word of a list; `null` and a warning when it is in none. */
  word<Value>(
    field: NominationField,
    code: NominationIssueCode,
    lookUp: (text: string) => Value | null,
  ): Value | null {
    const text = this.text(field);
    if (/^[-–—]?$/.test(text)) return null;
    const value = lookUp(text);
    if (value === null) this.warn(code, field, text);
    return value;
  }

  date(field: 'sourceDate' | 'receivedOn'): string | null {
    const text = this.text(field);
    if (/^[-–—]?$/.test(text)) return null;
    const { dayOrder, lastDay = null } = this.context.input;
    const order = dayOrder ?? this.context.orders.get(field) ?? null;
    const reading = settleDate(readDate(text), order, lastDay);
    if (reading.kind === 'two') {
      this.fail('ambiguous-date', field, text, { dmy: reading.dmy, mdy: reading.mdy });
      return null;
    }
    if (reading.kind === 'none') {
      this.warn('unreadable-date', field, text);
      return null;
    }
    if (lastDay !== null && reading.date > lastDay) this.warn('future-date', field, text);
    return reading.date;
  }

  emails(): readonly string[] {
    const text = this.text('email').replace(/^mailto:/i, '');
    if (/^[-–—]?$/.test(text)) return [];
    const parts = text
      .split(/[;,\s|]+/)
      .map((part) => part.replace(/^<|>$/g, ''))
      .filter((part) => part !== '');
    const good = [
      ...new Map(
        parts.filter((part) => EMAIL.test(part)).map((one) => [one.toLowerCase(), one]),
      ).values(),
    ];
    const bad = parts.find((part) => !EMAIL.test(part) && part.includes('@'));
    if (good.length === 0 || bad !== undefined) this.fail('invalid-email', 'email', bad ?? text);
    else if (good.length > 1) this.warn('several-emails', 'email', text, { count: good.length });
    return good;
  }

  party(): {
    readonly id: string | null;
    readonly text: string;
    readonly evidence: string | null;
    readonly candidates: readonly string[];
  } {
    const own = this.text('party');
    const field = own === '' && this.column('organization') !== null ? 'organization' : 'party';
    const text = own === '' ? this.text('organization') : own;
    if (text === '') {
      const id = this.context.input.defaults?.party ?? null;
      if (id === null) this.fail('missing-party', field);
      return { id, text, evidence: null, candidates: [] };
    }
    const reading = this.context.input.resolveParty(text);
    if (reading === null) {
      this.fail('unknown-party', field, text);
      return { id: null, text, evidence: null, candidates: [] };
    }
    if ('candidates' in reading) {
      this.fail('unsure-party', field, text);
      const candidates = reading.candidates.map(({ id }) => id);
      return { id: null, text, evidence: null, candidates };
    }
    if (reading.evidence === 'misspelling') this.warn('misspelt-party', field, text);
    return { id: reading.party.id, text, evidence: reading.evidence, candidates: [] };
  }

  source(): SourceDocument | null {
    const kindText = this.text('sourceKind');
    const number = this.text('sourceNumber');
    const date = this.date('sourceDate');
    const kind = sourceKindOf(kindText);
    if (kindText === '' && number === '' && date === null)
      return this.context.input.defaults?.source ?? null;
    // A text that names no kind of document is most likely what identifies one.
    const name = [kind === null ? kindText : '', number].filter((text) => text !== '').join(' ');
    const guessed = /verbal|верб|شفوية|照会/i.test(name) ? 'note-verbale' : 'other';
    return { kind: kind ?? guessed, number: name === '' ? null : name.slice(0, 100), date };
  }
}

/** One row of the sheet → what it says, with everything that is wrong with it. */
export function readRow(
  context: FileContext,
  cells: readonly string[],
  row: number,
  edits: Readonly<Partial<Record<NominationField, string>>> = {},
): ReadRow {
  const reader = new RowReader(context, cells, row, edits);
  const given = [reader.text('givenName'), reader.text('middleName')];
  const name = sourceName({
    full: reader.text('fullName'),
    family: reader.text('familyName'),
    given: given.filter((text) => text !== '').join(' '),
    honorific: reader.text('honorific'),
    native: reader.text('nativeName'),
  });
  if (wholeName(name) === '') {
    const { columns } = context.input.mapping;
    reader.fail('missing-name', columns.fullName === undefined ? 'familyName' : 'fullName');
  }
  const party = reader.party();
  const { defaults } = context.input;
  const state = registrationProblem(reader.text('registrationState'));
  if (state !== null) reader.warn('not-standing', 'registrationState', null, { state });
  // Where a list has its countries in one column and organizations in another, the second is the
  // institution of those who come for the first.
  const ownParty = reader.text('party') !== '';
  const institution = [reader.text('institution'), ownParty ? reader.text('organization') : ''];
  const data: NominationData = {
    name,
    party: party.id,
    emails: reader.emails(),
    institution: institution.find((text) => text !== '') ?? '',
    jobTitle: reader.text('jobTitle'),
    capacity: reader.word('capacity', 'unknown-capacity', capacityOf) ?? defaults?.capacity ?? null,
    modality: reader.word('modality', 'unknown-modality', modalityOf) ?? defaults?.modality ?? null,
    gender: reader.word('gender', 'unknown-gender', (text) =>
      genderOf(text, context.spanishGender),
    ),
    source: reader.source(),
    receivedOn: reader.date('receivedOn') ?? defaults?.receivedOn ?? null,
    remarks: reader.text('remarks'),
  };
  return {
    row,
    data,
    issues: reader.issues,
    partyText: party.text,
    partyEvidence: party.evidence,
    partyCandidates: party.candidates,
  };
}
