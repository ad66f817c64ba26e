import { nameIn } from '../../domain/language';
import { scheduleOf } from '../../domain/meeting/rules';
import type { Meeting } from '../../domain/meeting/types';
import type { Nomination } from '../../domain/nomination/types';
import { designationOn } from '../../domain/party/rules';
import type { Party } from '../../domain/party/types';
import { displayName } from '../../domain/person/rules';
import type { Person } from '../../domain/person/types';
import { meetingDates } from '../documents/names';
import type { Colouring } from './palette';
import { printable } from './text';

/** Everything that stands on one badge or plate. */
export interface BadgeContent {
  /**
   * The name in two parts, as they are read aloud; where it was never split, or stands for somebody
   * who wears the badge later, `given` is empty. A delegation's own plate has neither.
   */
  readonly given: string;
  readonly family: string;
  /** The name in its owner's script, where that is another one. */
  readonly native: string;
  readonly party: { readonly code: string; readonly name: string } | null;
  readonly colouring: Colouring;
  /** The capacity in words; empty on a delegation's own plate. */
  readonly capacity: string;
  /** The badge's code, as it is stored; `null` on a plate. */
  readonly code: string | null;
  readonly meeting: { readonly title: string; readonly dates: string };
  readonly hasLogo: boolean;
}

/** Words of the badge's language. */
export type BadgeWord = (key: Colouring) => string;

interface Common {
  readonly meeting: Meeting;
  /** Language of the words and of the party's name. */
  readonly language: string;
  readonly word: BadgeWord;
}

const base = ({ meeting, language }: Common): Pick<BadgeContent, 'meeting' | 'hasLogo'> => ({
  meeting: { title: meeting.title, dates: meetingDates(meeting, language) },
  hasLogo: meeting.logo !== null,
});

/** A party under the name that it has when the meeting takes place. */
function partyOf({ meeting, language }: Common, party: Party | undefined): BadgeContent['party'] {
  if (party === undefined) return null;
  const { start } = scheduleOf(meeting);
  const { code, names } = designationOn(party, start ?? '');
  const name = nameIn(names, language);
  return { code, name: name === '' ? code : name };
}

/** What stands on a participant's badge, or with `code: null` on the plate of their seat. */
export function personContent(
  common: Common,
  person: Person,
  nomination: Pick<Nomination, 'capacity'>,
  party: Party | undefined,
  code: string | null,
): BadgeContent {
  const { family, given, native } = person;
  const split = family !== '' && given !== '' && !person.forgotten;
  const whole = displayName(person);
  const { capacity } = nomination;
  return {
    given: split ? given : '',
    family: split ? family : whole,
    native: printable(native) === printable(whole) || person.forgotten ? '' : native,
    party: partyOf(common, party),
    ...{ colouring: capacity, capacity: common.word(capacity), code },
    ...base(common),
  };
}

/** What stands on a badge that a delegation lends to its people. */
export function floatingContent(
  common: Common,
  label: string,
  party: Party | undefined,
  code: string,
): BadgeContent {
  return {
    ...{ given: '', family: label, native: '', party: partyOf(common, party) },
    ...{ colouring: 'floating', capacity: common.word('floating'), code },
    ...base(common),
  };
}

/** What stands on the plate of a whole delegation. */
export function delegationContent(common: Common, party: Party): BadgeContent {
  return {
    ...{ given: '', family: '', native: '', party: partyOf(common, party) },
    ...{ colouring: 'representative', capacity: '', code: null },
    ...base(common),
  };
}

/** Every text of a badge, to find the fonts that it needs. */
export function textsOf({
  given,
  family,
  native,
  party,
  capacity,
  meeting,
}: BadgeContent): string[] {
  const texts = [given, family, native, capacity, meeting.title, meeting.dates];
  return [...texts, party?.code ?? '', party?.name ?? ''].map(printable);
}
