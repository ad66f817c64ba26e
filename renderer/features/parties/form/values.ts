import { UN_LANGUAGES, type Names, type UnLanguage } from '@shared/domain/language';
import { PARTY_DEFAULTS, type PartyFields } from '@shared/domain/party/types';

/** Names as they are typed: empty where there is none. */
export type TypedNames = Record<UnLanguage, string>;

export interface TypedStatus {
  readonly status: PartyFields['statuses'][number]['status'];
  readonly from: string;
  readonly to: string;
}

/** A name that the party had before the present one. */
export interface TypedDesignation {
  readonly code: string;
  readonly names: TypedNames;
  readonly from: string;
  readonly to: string;
}

/** A footnote that holds for a time. */
export interface TypedFootnote {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** A party as it is typed; what a form does not show is carried over from the record. */
export interface PartyForm {
  readonly kind: PartyFields['kind'];
  readonly code: string;
  readonly iso2: string;
  readonly m49: string;
  readonly region: string;
  readonly subregion: string;
  readonly organizationKind: string;
  readonly names: TypedNames;
  readonly statuses: readonly TypedStatus[];
  readonly former: readonly TypedDesignation[];
  readonly footnote: string;
  readonly footnotes: readonly TypedFootnote[];
  readonly flags: PartyFields['flags'];
  readonly language: PartyFields['language'];
  /** One to a line. */
  readonly aliases: string;
}

export function typedNames(names: Names): TypedNames {
  const typed = {} as TypedNames;
  for (const language of UN_LANGUAGES) typed[language] = names[language] ?? '';
  return typed;
}

export function namesOfTyped(typed: TypedNames): Names {
  const names: Names = {};
  for (const language of UN_LANGUAGES) {
    if (typed[language].trim() !== '') names[language] = typed[language];
  }
  return names;
}

/** The form of a party; a designation that still holds is the party's name, and not listed. */
export function formOf(fields: PartyFields): PartyForm {
  return {
    kind: fields.kind,
    code: fields.code,
    iso2: fields.iso2 ?? '',
    m49: fields.m49 ?? '',
    region: fields.region ?? '',
    subregion: fields.subregion ?? '',
    organizationKind: fields.organizationKind ?? '',
    names: typedNames(fields.names),
    statuses: fields.statuses.map(({ status, from, to }) => ({
      ...{ status, from: from ?? '', to: to ?? '' },
    })),
    former: fields.designations
      .filter(({ to }) => to !== null)
      .map(({ code, names, from, to }) => ({
        ...{ code: code ?? '', names: typedNames(names), from: from ?? '', to: to ?? '' },
      })),
    footnote: fields.footnote ?? '',
    footnotes: fields.footnotes.map(({ text, from, to }) => ({
      ...{ text, from: from ?? '', to: to ?? '' },
    })),
    flags: fields.flags,
    language: fields.language,
    aliases: fields.aliases.join('\n'),
  };
}

export const BLANK_FORM: PartyForm = {
  ...formOf(PARTY_DEFAULTS),
  statuses: [{ status: 'member', from: '', to: '' }],
};

/** The fields that a form says; `before` has the designation that still holds. */
export function fieldsOfForm(form: PartyForm, before: PartyFields): PartyFields {
  const country = form.kind === 'country';
  const present = before.designations.filter(({ to }) => to === null);
  return {
    kind: form.kind,
    code: form.code,
    iso2: country ? form.iso2 : null,
    m49: country ? form.m49 : null,
    region: form.region,
    subregion: form.subregion,
    organizationKind: country ? null : form.organizationKind,
    names: namesOfTyped(form.names),
    sortNames: {},
    statuses: form.statuses.map(({ status, from, to }) => ({
      ...{ status, from: from || null, to: to || null },
    })),
    designations: [
      ...form.former.map(({ code, names, from, to }) => ({
        ...{ code: code || null, names: namesOfTyped(names), from: from || null, to: to || null },
      })),
      ...present,
    ],
    footnote: form.footnote,
    footnotes: form.footnotes.map(({ text, from, to }) => ({
      ...{ text, from: from || null, to: to || null },
    })),
    flags: form.flags,
    language: form.language,
    aliases: form.aliases.split('\n'),
  };
}
