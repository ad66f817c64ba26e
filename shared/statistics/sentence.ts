import type { Statistics } from './result';
import { approximate, holds, type Approximate, type Claim } from './sentence/approximate';
import { inEnglish } from './sentence/en';
import type { Statement, Subject, Wording } from './sentence/language';
import { inRussian } from './sentence/ru';

export { approximate, holds };
export type { Approximate, Claim };

/** Languages in which the sentence can be said; another one is another file beside these. */
const WORDINGS = { en: inEnglish, ru: inRussian } as const satisfies Record<string, Wording>;
export type SentenceLanguage = keyof typeof WORDINGS;
export const SENTENCE_LANGUAGES = Object.keys(WORDINGS) as SentenceLanguage[];

/** `attended` of one meeting, session or day; the two others where several meetings are meant. */
export type Reading = 'attended' | 'participations' | 'distinctPersons';

/** One reading of the attendance, in words, with the exact figure that belongs beside it. */
export interface Sentence {
  readonly reading: Reading;
  readonly text: string;
  readonly exact: number;
  readonly approximate: Approximate;
  readonly countries: number;
  readonly organizations: number;
  /** Everybody was nominated; only then does the text say so. */
  readonly nominated: boolean;
}

function subjectOf({ scope, meetings }: Statistics): Subject {
  switch (scope.kind) {
    case 'session':
      return { kind: 'session' };
    case 'day':
      return { kind: 'day', date: scope.date };
    case 'meeting':
      return { kind: 'meeting' };
    case 'meetings':
      return { kind: 'meetings', count: meetings.length };
    case 'year':
      return { kind: 'year', year: scope.year };
  }
}

/**
 * The sentence about attendance (domain.md, *The sentence*): of a single meeting, session or day
 * one; of several meetings or a year one for each reading, since a published figure can hold for
 * one and not for the other.
 */
export function sentencesOf(statistics: Statistics, language: SentenceLanguage): Sentence[] {
  const { figures, scope } = statistics;
  const single = scope.kind !== 'year' && scope.kind !== 'meetings';
  const readings: Reading[] = single ? ['attended'] : ['participations', 'distinctPersons'];
  return readings.map((reading) => {
    const exact = figures[reading].value;
    const statement: Statement = {
      subject: subjectOf(statistics),
      attended: approximate(exact),
      nominated: exact > 0 && figures.unexpected.value === 0,
      countries: figures.countries.value,
      organizations: figures.organizations.value,
    };
    return {
      reading,
      text: WORDINGS[language](statement),
      exact,
      approximate: statement.attended,
      countries: statement.countries,
      organizations: statement.organizations,
      nominated: statement.nominated,
    };
  });
}
