import { DOCUMENT_NAMESPACES } from '@shared/codecs/documents/words';
import { signInSheets, type SignInChoice } from '@shared/codecs/sign-in/sheet';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Nomination } from '@shared/domain/nomination/types';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import type { Programme } from '@shared/domain/programme/operations';
import { createI18n } from '@shared/i18n/i18n';
import type { InterfaceLanguage } from '@shared/i18n/languages';

export interface WriteSignInSheetsInput extends SignInChoice {
  readonly programme: Programme;
  readonly meeting: Meeting;
  readonly parties: readonly Party[];
  /** Those whom the nominations name. */
  readonly people: readonly Person[];
  readonly nominations: readonly Nomination[];
  readonly language: InterfaceLanguage;
  /** ISO instant. */
  readonly madeAt: string;
}

/** Sign-in sheets as a document that can be printed. */
export function writeSignInSheetsJob(input: WriteSignInSheetsInput): string {
  const { language, madeAt, programme, meeting, nominations } = input;
  const t = createI18n({ language, strict: false }).getFixedT(language, DOCUMENT_NAMESPACES);
  const parties = new Map(input.parties.map((party) => [party.id, party]));
  const people = new Map(input.people.map((person) => [person.id, person]));
  const list = { programme, meeting, parties, people, nominations };
  return signInSheets(list, input, { language, t, madeAt });
}
