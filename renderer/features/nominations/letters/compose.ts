import { fillTemplate } from '@shared/codecs/letters/fill';
import { TEMPLATES } from '@shared/codecs/letters/templates';
import type { Mailbox } from '@shared/codecs/letters/mime';
import { partyFileNames } from '@shared/codecs/lists/party-files';
import { nameIn, type UnLanguage } from '@shared/domain/language';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import { isOpen } from '@shared/domain/nomination/rules';
import { CAPACITIES } from '@shared/domain/nomination/types';
import { designationOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { Roots } from '@shared/domain/person/roots';
import { displayName } from '@shared/domain/person/rules';
import {
  unknownPlaceholders,
  type LetterKind,
  type LetterTemplate,
} from '@shared/domain/programme/letters';
import { formatDay, formatDays } from '@shared/i18n/format';
import type { NominationsModel } from '../use-nominations';

/** A letter to one party, before anybody has changed it. */
export interface PartyLetter {
  readonly party: Party;
  readonly language: UnLanguage;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly body: string;
  /** Placeholders of the template that nothing is known to stand for. */
  readonly unknown: readonly string[];
}

/** The language of correspondence that a party has said; English where none is on file. */
export function languageOf({ language }: Pick<Party, 'language'>): UnLanguage {
  return language ?? 'en';
}

function datesIn(meeting: Meeting, language: UnLanguage): string {
  const { start, end } = scheduleOf(meeting);
  if (start === null) return TEMPLATES[language].datesUnknown;
  return end === null ? formatDay(start, language) : formatDays(start, end, language);
}

/**
 * Whom a party has named and who has not come to an end, the head of delegation first; each human
 * being once, by the record that stands for them.
 */
function namesOf(party: string, { nominations, people }: NominationsModel): string[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const roots = new Roots(people);
  const rank = (capacity: (typeof CAPACITIES)[number]) => CAPACITIES.indexOf(capacity);
  const named = nominations
    .filter((one) => one.party === party && isOpen(one))
    .sort((a, b) => rank(a.capacity) - rank(b.capacity))
    .map(({ person }) => roots.of(person));
  return [...new Set(named)].flatMap((person) => {
    const found = byId.get(person);
    return found === undefined || found.forgotten ? [] : [displayName(found)];
  });
}

/** The letter to one party from a template in its language. */
export function composeLetter(
  model: NominationsModel,
  party: Party,
  kind: LetterKind,
  template?: LetterTemplate,
): PartyLetter {
  const { meeting } = model;
  const language = languageOf(party);
  const used = template ?? TEMPLATES[language][kind];
  const { start } = scheduleOf(meeting);
  const { names } = start?.length === 10 ? designationOn(party, start) : party;
  const deadline = meeting.nominationDeadline;
  const made = fillTemplate(used, {
    party: nameIn(names, language),
    meeting: meeting.title,
    dates: datesIn(meeting, language),
    names: namesOf(party.id, model),
    deadline: deadline === null ? '' : formatDay(deadline, language),
  });
  return {
    ...{ party, language, ...made },
    to: party.focalPoints
      .filter(({ email }) => email.trim() !== '')
      .map(({ name, email }) => ({ name, email: email.trim() })),
    unknown: unknownPlaceholders(`${used.subject} ${used.body}`),
  };
}

/** `reminder-FRA.eml`: a file of its own for each party. */
export function letterFileNames(
  kind: LetterKind,
  letters: readonly Pick<PartyLetter, 'party'>[],
): readonly string[] {
  return partyFileNames(
    letters.map(({ party }) => party.code),
    (code) => `${kind}-${code}.eml`,
  );
}
