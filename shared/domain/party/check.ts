import { UN_LANGUAGES, type Names } from '../language';
import { sortNamesOf } from '../programme/sort-name';
import { overlap, type Period } from './rules';
import type { FocalPoint, Party, PartyFields } from './types';

/** Why a party cannot be recorded as it is. */
export type PartyProblem =
  | 'code-missing'
  | 'code-taken'
  | 'name-missing'
  | 'iso2-wrong'
  | 'm49-wrong'
  | 'dates-reversed'
  | 'statuses-overlap'
  | 'designations-overlap'
  | 'designation-empty'
  | 'footnote-empty'
  | 'focal-point-nameless'
  | 'email-wrong';

/** The field at fault, as records name it. */
export type PartyField = keyof PartyFields | 'focalPoints';

export interface PartyRefusal {
  readonly ok: false;
  readonly reason: PartyProblem;
  /** `field`: the field at fault; `at`: which of several, from 0; `code`: whose code it is. */
  readonly params: { readonly field: PartyField; readonly at?: string; readonly code?: string };
}

/** Codes are compared without regard to case and surrounding space. */
export function sameCode(a: string, b: string): boolean {
  return a.trim().toUpperCase() === b.trim().toUpperCase();
}

/**
 * The fields as they are recorded: without surrounding space, empty names and repetitions. Sorting
 * names follow from the names, and the designation that still holds goes by the present ones.
 */
export function tidyParty<T extends PartyFields>(fields: T): T {
  const names = tidyNames(fields.names);
  const code = fields.code.trim();
  const designations = fields.designations.map((one) =>
    one.to === null
      ? { ...one, code: one.code === null ? null : code, names }
      : { ...one, code: one.code?.trim() || null, names: tidyNames(one.names) },
  );
  return {
    ...fields,
    code,
    iso2: fields.iso2?.trim().toUpperCase() || null,
    m49: fields.m49?.trim() || null,
    region: fields.region?.trim() || null,
    subregion: fields.subregion?.trim() || null,
    names,
    sortNames: sortNamesOf(names),
    organizationKind: fields.organizationKind?.trim() || null,
    designations,
    footnote: fields.footnote?.trim() || null,
    footnotes: fields.footnotes.map((one) => ({ ...one, text: one.text.trim() })),
    flags: [...new Set(fields.flags)],
    aliases: distinct(fields.aliases),
  };
}

export function tidyFocalPoints(points: readonly FocalPoint[]): FocalPoint[] {
  return points
    .map(({ name, email, institution }) => ({
      name: name.trim(),
      email: email.trim(),
      institution: institution.trim(),
    }))
    .filter(({ name, email, institution }) => `${name}${email}${institution}` !== '');
}

function tidyNames(names: Names): Names {
  const tidy: Names = {};
  for (const language of UN_LANGUAGES) {
    const name = names[language]?.trim();
    if (name) tidy[language] = name;
  }
  return tidy;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** What is wrong with a party; `null` when nothing is. `others`: the programme's other parties. */
export function checkParty(
  fields: PartyFields,
  focalPoints: readonly FocalPoint[],
  others: readonly Pick<Party, 'code'>[],
): PartyRefusal | null {
  if (fields.code === '') return refuse('code-missing', 'code');
  const other = others.find(({ code }) => sameCode(code, fields.code));
  if (other !== undefined) return refuse('code-taken', 'code', { code: other.code });
  if (Object.keys(fields.names).length === 0) return refuse('name-missing', 'names');
  if (fields.iso2 !== null && !/^[A-Z]{2}$/.test(fields.iso2)) return refuse('iso2-wrong', 'iso2');
  if (fields.m49 !== null && !/^\d{3}$/.test(fields.m49)) return refuse('m49-wrong', 'm49');
  return (
    checkPeriods(fields.statuses, 'statuses', 'statuses-overlap') ??
    checkDesignations(fields) ??
    checkFootnotes(fields) ??
    checkFocalPoints(focalPoints)
  );
}

function checkDesignations({ designations }: PartyFields): PartyRefusal | null {
  const empty = designations.findIndex(
    ({ code, names }) => code === null && Object.keys(names).length === 0,
  );
  if (empty >= 0) return refuse('designation-empty', 'designations', { at: String(empty) });
  return checkPeriods(designations, 'designations', 'designations-overlap');
}

/** Several may hold at a time: each says something else, as two resolutions do. */
function checkFootnotes({ footnotes }: PartyFields): PartyRefusal | null {
  for (const [index, { text, from, to }] of footnotes.entries()) {
    const at = String(index);
    if (text === '') return refuse('footnote-empty', 'footnotes', { at });
    if (isReversed({ from, to })) return refuse('dates-reversed', 'footnotes', { at });
  }
  return null;
}

function isReversed({ from, to }: Period): boolean {
  return from !== null && to !== null && to < from;
}

function checkPeriods(
  periods: readonly Period[],
  field: 'statuses' | 'designations',
  overlapping: 'statuses-overlap' | 'designations-overlap',
): PartyRefusal | null {
  for (const [index, period] of periods.entries()) {
    const at = String(index);
    if (isReversed(period)) return refuse('dates-reversed', field, { at });
    if (periods.slice(0, index).some((earlier) => overlap(earlier, period))) {
      return refuse(overlapping, field, { at });
    }
  }
  return null;
}

/** What stands on both sides of the one `@`, and a dot in the domain: what every address has. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

function checkFocalPoints(points: readonly FocalPoint[]): PartyRefusal | null {
  for (const [index, { name, email }] of points.entries()) {
    const at = String(index);
    if (name === '') return refuse('focal-point-nameless', 'focalPoints', { at });
    if (email !== '' && !ADDRESS.test(email)) return refuse('email-wrong', 'focalPoints', { at });
  }
  return null;
}

function refuse(
  reason: PartyProblem,
  field: PartyField,
  more: { at?: string; code?: string } = {},
): PartyRefusal {
  return { ok: false, reason, params: { field, ...more } };
}
