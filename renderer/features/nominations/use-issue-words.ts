import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '@shared/codecs/issue';
import type { ConflictCode, NominationIssueCode } from '@shared/codecs/nominations/issues';
import type { NominationField } from '@shared/codecs/nominations/header-names';
import type { NominationMapping, NominationRow } from '@shared/codecs/nominations/types';
import { columnLetters } from '@shared/codecs/xlsx/cells';
import { nameIn } from '@shared/domain/language';
import { formatDay } from '@shared/i18n/format';
import type { KnownParties } from './known-parties';

/** Where a thing about several cells is looked for: conflicts speak of the row, not of a column. */
const LOOK_IN: Partial<Record<NominationIssueCode, readonly NominationField[]>> = {
  'duplicate-email': ['email'],
  'email-in-two-rows': ['email'],
  'nominated-twice': ['party', 'organization'],
  'duplicate-name': ['fullName', 'familyName', 'givenName'],
  'email-of-another': ['email'],
  'email-shared': ['email'],
  'name-with-other-email': ['email'],
  'several-of-that-name': ['fullName', 'familyName', 'givenName'],
  'other-party': ['party', 'organization'],
};

export interface IssueWords {
  /** What is wrong and what to do; every code has words of its own. */
  readonly text: (issue: Issue<NominationIssueCode>, row: NominationRow) => string;
  /** Where: "Row 12, column C (E-mail):". */
  readonly place: (issue: Issue<NominationIssueCode>) => string;
}

/** Words for what the reader says of a row. `headings` are those of the file, by column. */
export function useIssueWords(
  parties: KnownParties,
  headings: readonly string[],
  columns: NominationMapping['columns'],
): IssueWords {
  const { t, i18n } = useTranslation('nominations');
  return useMemo(() => {
    const partyName = (id: string | null): string => {
      const party = id === null ? undefined : parties.byId.get(id);
      return party === undefined ? t('unknownParty') : nameIn(party.names, i18n.language);
    };
    const day = (value: string | number | undefined): string =>
      typeof value === 'string' && value !== '' ? formatDay(value, i18n.language) : '';
    const standing = (state: string | number | undefined): string =>
      state === 'pending' || state === 'rejected' || state === 'withdrawn'
        ? t(`standing.${state}`)
        : '';
    return {
      text: ({ code, value, params }, row) => {
        const { party, dmy, mdy, state, ...rest } = params;
        return t(`issue.${code}`, {
          ...{ value: value ?? '', first: 0, count: 0, limit: 0, name: '', ...rest },
          party: partyName(typeof party === 'string' ? party : row.party),
          dmy: day(dmy),
          mdy: day(mdy),
          state: standing(state),
        });
      },
      place: ({ code, row, column: own }) => {
        const looked = (LOOK_IN[code] ?? []).map((field) => columns[field]);
        const column = own ?? looked.find((one) => one !== undefined) ?? null;
        if (column === null) return t('import.inRow', { row: row ?? 0 });
        const heading = (headings[column] ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
        const letter = columnLetters(column);
        const name = heading === '' ? letter : `${letter} (${heading})`;
        return t('import.inCell', { row: row ?? 0, column: name });
      },
    };
  }, [parties, headings, columns, t, i18n.language]);
}

type Params = Readonly<Record<string, string | number>>;

/** Words for why a name that is typed contradicts somebody known. */
export function useConflictWords(
  parties: KnownParties,
): (code: ConflictCode, params: Params) => string {
  const { t, i18n } = useTranslation('nominations');
  return (code, { party, name = '' }) => {
    const known = typeof party === 'string' ? parties.byId.get(party) : undefined;
    return t(`form.conflicts.${code}`, {
      name,
      party: known === undefined ? t('unknownParty') : nameIn(known.names, i18n.language),
    });
  };
}
