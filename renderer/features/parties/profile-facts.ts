import type { TFunction } from 'i18next';
import { meetingLabel, meetingName, partyName } from '@shared/codecs/documents/names';
import { cameBy, type PartyAt } from '@shared/codecs/parties/attended';
import type { ProfileFacts } from '@shared/codecs/parties/profile';
import type { Concerning } from './concerning';
import { nameIn, UN_LANGUAGES } from '@shared/domain/language';
import { footnotesOn, holdsOn, statusOn, type Period } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import type { Person } from '@shared/domain/person/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Region } from '@shared/domain/programme/types';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { directionOf, type InterfaceLanguage } from '@shared/i18n/languages';
import { anyText } from '../recommendations';
import { sortedPeople } from './people';
import { regionName } from './use-world';

interface ProfileInput {
  readonly party: Party;
  readonly at: readonly PartyAt[];
  readonly concerning: readonly Concerning[];
  /** `null`: nobody is to be named, focal points neither. */
  readonly people: readonly Person[] | null;
  readonly regions: readonly Region[];
  readonly programmes: readonly Programme[];
  /** People and attendance are invented, and the sheet has to say so. */
  readonly synthetic: boolean;
  /** The day on which it is printed, ISO. */
  readonly day: string;
  readonly language: InterfaceLanguage;
}

/** What the profile of a party says, in words. */
export function profileFacts(
  input: ProfileInput,
  t: TFunction<['parties', 'domain', 'recommendations']>,
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
    [
      // Those that hold stand under the name.
      t('parties:form.footnotes'),
      party.footnotes
        .filter((one) => !holdsOn(one, day))
        .map((one) => `${one.text} (${period(one)})`)
        .join('; '),
    ],
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
    footnotes: footnotesOn(party, day),
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
    recommendations: recommendationFacts(input, t),
    more: (count) => t('parties:profile.more', { count, number: number(count) }),
    note: [
      ...(synthetic ? [t('parties:profile.synthetic')] : []),
      t(people === null ? 'parties:profile.namesNobody' : 'parties:profile.namesPeople'),
      t('parties:profile.printedOn', { date: formatDay(day, language) }),
    ].join(' '),
  };
}

/**
 * By number and meeting. Texts are protected until they are public, so that only those that the
 * policy body endorsed are quoted, and evidence, in which names stand, never is.
 */
function recommendationFacts(
  { concerning, programmes, language }: ProfileInput,
  t: TFunction<['parties', 'domain', 'recommendations']>,
): ProfileFacts['recommendations'] {
  return {
    title: t('parties:part.recommendations'),
    headers: [t('parties:profile.recommendation'), t('parties:profile.implementation')],
    rows: concerning.map(({ recommendation, meeting, named, reports: [last] }) => {
      const { number, state } = recommendation;
      const programme = programmes.find(({ id }) => id === meeting.programme);
      // The table above has the meetings in full.
      const title =
        programme === undefined
          ? meetingName(meeting, language)
          : meetingLabel(meeting, programme, language);
      const name =
        number === null ? title : t('parties:profile.numbered', { meeting: title, number });
      const addressed = named ? [t('parties:profile.toIt')] : [];
      const status =
        last === undefined
          ? t('parties:profile.noStatus')
          : t('parties:profile.status', {
              status: t(`recommendations:implementationStatus.${last.status}`),
              year: last.year,
            });
      return {
        name: [name, t(`recommendations:state.${state}`), ...addressed].join(' · '),
        status,
        text: state === 'endorsed' ? anyText(recommendation, language) : '',
      };
    }),
    none: t('parties:recommendations.none'),
    further: (count) =>
      t('parties:profile.furtherRecommendations', { count, number: formatNumber(count, language) }),
  };
}
