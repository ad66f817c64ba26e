import type { NominationEdit, NominationRemarks, PersonEdit } from '@shared/domain/nomination/edit';
import type { Capacity, Modality } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS, type Gender } from '@shared/domain/person/types';
import type { NominationEntry } from '../use-nominations';
import { sourceOf, typedSource, type TypedSource } from './source-fields';
import type { Attached } from './use-attachment';

/** A correction as it is typed. Several e-mails stand in one field, apart by commas or spaces. */
export interface TypedEdit extends TypedSource {
  readonly party: string;
  readonly capacity: Capacity;
  readonly modality: Modality;
  readonly attached: Attached | null;
  readonly authorisedBy: string;
  readonly remarks: string;
  readonly family: string;
  readonly given: string;
  readonly full: string;
  readonly native: string;
  readonly honorific: string;
  readonly emails: string;
  readonly institution: string;
  readonly jobTitle: string;
  readonly gender: Gender;
}

/** Texts about the person, with how long each may be. */
export const PERSON_TEXTS = [
  ['family', 200],
  ['given', 200],
  ['full', 400],
  ['native', 400],
  ['honorific', 60],
  ['emails', 2000],
  ['institution', 400],
  ['jobTitle', 400],
] as const;

export function startOf({ nomination, person }: NominationEntry): TypedEdit {
  const { party, capacity, modality, source, receivedOn, attachment } = nomination;
  const { family, given, full, native, honorific, emails, institution, jobTitle, gender } =
    person ?? PERSON_DEFAULTS;
  return {
    ...typedSource(source, receivedOn),
    ...{ party, capacity, modality },
    attached: attachment === null ? null : { hash: attachment, name: nomination.attachmentName },
    authorisedBy: nomination.authorisedBy ?? '',
    remarks: nomination.remarks,
    ...{ family, given, full, native, honorific, institution, jobTitle, gender },
    emails: emails.join(', '),
  };
}

/** What is left of the values of fields that were touched. */
function touched<T extends object>(values: T, isTouched: (field: keyof T) => boolean): Partial<T> {
  const fields = (Object.keys(values) as (keyof T)[]).filter(isTouched);
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<T>;
}

/**
 * What was typed, as it is kept: only fields that differ from how the form began, so that nobody
 * else's correction is undone by a value that merely stood there. Spaces around a text go.
 */
export function toCorrection(
  typed: TypedEdit,
  start: TypedEdit,
): {
  values: Partial<NominationEdit>;
  remarks: Partial<NominationRemarks>;
  personValues: Partial<PersonEdit>;
} {
  const { party, capacity, modality, receivedOn, attached, gender } = typed;
  const authorisedBy = typed.authorisedBy.trim();
  const differs = (field: keyof TypedEdit) => typed[field] !== start[field];
  const values: NominationEdit = {
    ...{ party, capacity, modality },
    source: sourceOf(typed),
    receivedOn: receivedOn === '' ? null : receivedOn,
    attachment: attached?.hash ?? null,
  };
  const remarks: NominationRemarks = {
    authorisedBy: authorisedBy === '' ? null : authorisedBy,
    remarks: typed.remarks.trim(),
    attachmentName: attached?.name ?? '',
  };
  const personValues: Omit<PersonEdit, 'languages'> = {
    family: typed.family.trim(),
    given: typed.given.trim(),
    full: typed.full.trim(),
    native: typed.native.trim(),
    honorific: typed.honorific.trim(),
    emails: typed.emails.split(/[\s,;]+/).filter((email) => email !== ''),
    institution: typed.institution.trim(),
    jobTitle: typed.jobTitle.trim(),
    gender,
  };
  return {
    values: touched(values, (field) => {
      if (field === 'source') return (['kind', 'number', 'date'] as const).some(differs);
      return differs(field === 'attachment' ? 'attached' : field);
    }),
    remarks: touched(remarks, (field) => differs(field === 'attachmentName' ? 'attached' : field)),
    personValues: touched(personValues, differs),
  };
}
