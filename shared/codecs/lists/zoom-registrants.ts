import type { Person } from '../../domain/person/types';
import { formatNumber } from '../../i18n/format';
import { tableOf, type Cells, type DocumentModel } from '../documents/table';
import { expectedPeople, type ListInput, type ListWords } from './expected';

/** Why somebody expected online is not among the registrants. */
export type LeftOut = 'no-email' | 'email-taken' | 'no-name';

/** Somebody as Zoom registers them. */
export interface Registrant {
  /** As on file, so that the platform's report matches by it afterwards. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface Registrants {
  readonly registrants: readonly Registrant[];
  readonly leftOut: readonly { readonly person: Person; readonly why: LeftOut }[];
}

/**
 * The people planned to join online, one for each address: Zoom knows a registrant by the address,
 * and of two with one it would keep one and say nothing. A name that was never split, or has one
 * part, stands whole as first name; Zoom asks for nothing else.
 */
export function registrantsOf(input: ListInput, language: string): Registrants {
  const taken = new Set<string>();
  const registrants: Registrant[] = [];
  const leftOut: { person: Person; why: LeftOut }[] = [];
  for (const { person } of expectedPeople(input, language, 'virtual')) {
    const addresses = person.emails.map((one) => one.trim()).filter((one) => one !== '');
    const email = addresses.find((one) => !taken.has(addressKey(one)));
    const name = namesOf(person);
    if (email === undefined) {
      leftOut.push({ person, why: addresses.length === 0 ? 'no-email' : 'email-taken' });
    } else if (name.firstName === '') leftOut.push({ person, why: 'no-name' });
    else {
      taken.add(addressKey(email));
      registrants.push({ email, ...name });
    }
  }
  return { registrants, leftOut };
}

/** Two addresses that differ in case only reach one mailbox. */
const addressKey = (email: string): string => email.normalize('NFC').toLowerCase();

function namesOf({ family, given, full, native }: Person) {
  if (family !== '' && given !== '') return { firstName: given, lastName: family };
  return { firstName: given || family || full || native, lastName: '' };
}

/** Heads of the columns, in the order in which Zoom reads them (support article KB0060782). */
const HEADERS = ['Email', 'First Name', 'Last Name'] as const;

/**
 * The registrants as the table that Zoom imports. As a text file it has nothing but these columns:
 * a further one would be read as somebody's address. Whoever is left out is counted above it.
 */
export function zoomRegistrants(
  input: ListInput,
  { language, t, madeAt }: ListWords,
): DocumentModel {
  const { registrants, leftOut } = registrantsOf(input, language);
  const count = (why: LeftOut) => leftOut.filter((one) => one.why === why).length;
  const title = t('lists.registrants.title');
  const [email, first, last] = HEADERS;
  return {
    title,
    madeAt,
    tables: [
      tableOf({
        key: 'registrants',
        name: title,
        title,
        notes: (['no-email', 'email-taken', 'no-name'] as const)
          .filter((why) => count(why) > 0)
          .map((why) =>
            t(`lists.registrants.${why}`, {
              count: count(why),
              formatted: formatNumber(count(why), language),
            }),
          ),
        columns: [
          { key: 'email', header: email, type: 'text', width: 36 },
          { key: 'first', header: first, type: 'text', width: 24 },
          { key: 'last', header: last, type: 'text', width: 24 },
        ],
        rows: registrants.map(({ email: address, firstName, lastName }): Cells => [
          address,
          firstName,
          lastName,
        ]),
        footnotes: [],
      }),
    ],
    mark: null,
  };
}
