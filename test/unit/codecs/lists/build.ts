import { DOCUMENT_NAMESPACES } from '@shared/codecs/documents/words';
import type { ListInput } from '@shared/codecs/lists/expected';
import { NOMINATION_DEFAULTS, type Nomination } from '@shared/domain/nomination/types';
import { PERSON_DEFAULTS, type Person } from '@shared/domain/person/types';
import { PROGRAMME_DEFAULTS } from '@shared/domain/programme/operations';
import { createI18n } from '@shared/i18n/i18n';
import { meeting, party } from '../../statistics/build-world';

const PARTIES = [
  party('AAA', 'country', { names: { en: 'Zzland', ru: 'Аландия' } }),
  party('BBB', 'country', { names: { en: 'Bbland' } }),
  party('ORG', 'organization', { names: { en: 'Alpha Organization' } }),
];

export function words(language: 'en' | 'ru') {
  const t = createI18n({ language, strict: true }).getFixedT(language, DOCUMENT_NAMESPACES);
  return { language, t, madeAt: '2026-11-22T10:00:00.000Z' };
}

export function input(
  people: readonly (readonly [id: string, set: Partial<Person>, named?: Partial<Nomination>])[],
): ListInput {
  return {
    programme: { ...PROGRAMME_DEFAULTS, id: 'programme' },
    meeting: meeting('m1', '2023-09-12', { title: 'Expert meeting' }),
    parties: new Map(PARTIES.map((one) => [one.id, one])),
    people: new Map(people.map(([id, set]) => [id, { ...PERSON_DEFAULTS, id, ...set }])),
    nominations: people.map(([person, , set], at) => ({
      ...NOMINATION_DEFAULTS,
      id: `n${at}`,
      meeting: 'm1',
      person,
      party: 'AAA',
      state: 'accepted',
      ...set,
    })),
  };
}
