import type { TFunction } from 'i18next';
import { meetingName, partyName } from '@shared/codecs/documents/names';
import { cameBy, type PartyAt } from '@shared/codecs/parties/attended';
import type { ProfileFacts } from '@shared/codecs/parties/profile';
import { nameIn, UN_LANGUAGES } from '@shared/domain/language';
import { statusOn, type Period } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import type { Region } from '@shared/domain/programme/types';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { directionOf, type InterfaceLanguage } from '@shared/i18n/languages';
import { sortedPeople } from './people';
import { regionName } from './use-world';

interface ProfileInput {
  readonly party: Party;
  readonly at: readonly PartyAt[];
  /** `null`: nobody is to be named, focal points neither. */
  readonly people: readonly Person[] | null;
  readonly regions: readonly Region[];
  /** People and attendance are invented, and the sheet has to say so. */
  readonly synthetic: boolean;
  /** The day on which it is printed, ISO. */
  readonly day: string;
  readonly language: InterfaceLanguage;
}

/** What the profile of a party says, in words. */
export function profileFacts(
  input: ProfileInput,
  t: TFunction<['parties', 'domain']>,
): ProfileFacts {
  const { party, at, people, regions, synthetic, day, language } = input;
  const number = (value: number) => formatNumber(value, language);
  const date = (one: string) => formatDay(one, language, 'medium');
  const period = ({ from, to }: Period) => {
    if (from !== null && to !== null) {
      return t('parties:period.both', { from: date(from), to: date(to) });
    }
    if (from !== null) return t('parties:period.since', { from: date(from) });
    return to === null ? t('parties:period.unknown') : t('parties:period.until', { to: date(to) });
  };
  const came = at.filter((one) => one.came.length > 0);
  const others = UN_LANGUAGES.filter((one) => one !== language).flatMap(
    (one) => party.names[one] ?? [],
  );
  const former = party.designations.filter(({ to }) => to !== null).toReversed();
  const facts: [string, string][] = [
    [t('parties:profile.otherNames'), others.join(' · ')],
    [
      t('parties:part.designations'),
      former
        .map((one) => {
          const name = nameIn(one.names, language);
          return `${[name, one.code].filter(Boolean).join(', ')} (${period(one)})`;
        })
        .join('; '),
    ],
    [
      t('parties:field.status'),
      party.statuses
        .map((one) => `${t(`domain:partyStatus.${one.status}`)} (${period(one)})`)
        .join('; '),
    ],
    [
      t('parties:field.region'),
      [party.region, party.subregion]
        .map((region) => regionName(regions, region, language))
        .filter((region) => region !== '')
        .join(' · '),
    ],
    [t('parties:field.flags'), party.flags.map((flag) => t(`parties:flag.${flag}`)).join(', ')],
    [
      t('parties:field.language'),
      party.language === null ? '' : t(`domain:language.${party.language}`),
    ],
    [t('parties:field.footnote'), party.footnote ?? ''],
    [
      t('parties:part.focalPoints'),
      people === null
        ? ''
        : party.focalPoints
            .map(({ name, email }) => [name, email].filter(Boolean).join(', '))
            .join('; '),
    ],
    [t('parties:field.meetings'), number(came.length)],
  ];
  return {
    language,
    direction: directionOf(language),
    title: partyName(party, language, day),
    lead: [
      t(`domain:partyKind.${party.kind}`),
      party.code,
      t(`domain:partyStatus.${statusOn(party, day)}`),
    ].join(' · '),
    facts: facts.filter(([, value]) => value !== ''),
    meetings: {
      title: t('parties:part.meetings'),
      headers: [
        t('parties:profile.meeting'),
        t('parties:attending.in-person'),
        t('parties:attending.virtual'),
        t('parties:attending.both'),
      ],
      rows: came.map((one) => {
        const count = cameBy(one.came);
        return {
          name: meetingName(one.meeting, language),
          figures: [count['in-person'], count.virtual, count.both].map(number),
          people:
            people === null ? [] : sortedPeople(one.came, people, language).map(({ name }) => name),
        };
      }),
      none: t('parties:meetings.none'),
      earlier: (count) => t('parties:profile.earlier', { count, number: number(count) }),
    },
    more: (count) => t('parties:profile.more', { count, number: number(count) }),
    note: [
      ...(synthetic ? [t('parties:profile.synthetic')] : []),
      t(people === null ? 'parties:profile.namesNobody' : 'parties:profile.namesPeople'),
      t('parties:profile.printedOn', { date: formatDay(day, language) }),
    ].join(' '),
  };
}
