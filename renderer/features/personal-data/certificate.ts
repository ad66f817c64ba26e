import type { TFunction } from 'i18next';
import type { Erasure } from '@shared/contract/register';
import { certificateDocument } from '@shared/codecs/person-data/certificate';
import { displayName, reference } from '@shared/domain/person/rules';
import type { ForgottenFor, Person } from '@shared/domain/person/types';
import { formatInstant, formatNumber } from '@shared/i18n/format';
import { directionOf, type InterfaceLanguage } from '@shared/i18n/languages';
import type { Mention } from './find-mentions';
import { placeOf } from './places';

interface CertificateInput {
  readonly people: readonly Person[];
  readonly why: ForgottenFor | null;
  /** ISO instant, and the zone in which it is written. */
  readonly at: string;
  readonly timeZone: string;
  readonly operator: string;
  readonly desk: string;
  readonly erasure: Erasure;
  /** Null: they were not looked for. */
  readonly mentions: readonly Mention[] | null;
  /** Names the people, for themselves; only possible right after they were forgotten. */
  readonly withNames: boolean;
  readonly language: InterfaceLanguage;
}

/** The certificate of forgetting: what, when, by whom, why, and what is left for a human. */
export function certificate(input: CertificateInput, t: TFunction<'personal'>): string {
  const { people, why, at, timeZone, operator, desk, erasure, mentions, withNames } = input;
  const { language } = input;
  const number = (value: number) => formatNumber(value, language);
  const places = [...new Set((mentions ?? []).map(placeOf))];
  return certificateDocument({
    language,
    direction: directionOf(language),
    title: t('certificate.title'),
    lead: t('certificate.lead', { count: people.length, number: number(people.length) }),
    facts: [
      [t('certificate.when'), `${formatInstant(at, language, timeZone)} (${timeZone})`],
      [t('certificate.operator'), operator],
      [t('certificate.desk'), desk],
      [t('certificate.why'), why === null ? '' : t(`why.${why}`)],
      [t('certificate.named'), number(erasure.named)],
      [t('certificate.erased'), number(erasure.erased)],
      [t('certificate.attachments'), number(erasure.attachments)],
      [t('certificate.backup'), t(`backup.${erasure.backup}`)],
    ],
    people: {
      title: t('certificate.people'),
      items: people.map((person) =>
        withNames ? `${displayName(person)} (${reference(person.id)})` : reference(person.id),
      ),
    },
    remaining: {
      title: t('certificate.remaining'),
      items: [
        ...places.map((place) => {
          const count = (mentions ?? []).filter((one) => placeOf(one) === place).length;
          return `${t(`place.${place}`)}: ${number(count)}`;
        }),
        ...(mentions === null ? [t('remaining.notLooked')] : []),
        t('remaining.files'),
        t('remaining.copies'),
      ],
    },
    note: t(withNames ? 'certificate.withNames' : 'certificate.withoutNames'),
  });
}
