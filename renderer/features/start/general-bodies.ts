import type { MeetingBody } from '@shared/domain/programme/operations';

/** What an empty programme begins with: one body of either kind, to be renamed or added to. */
export const GENERAL_BODIES: readonly MeetingBody[] = [
  {
    id: 'expert-working-group',
    kind: 'expert',
    pillar: null,
    abbreviation: 'EWG',
    names: { en: 'Expert Working Group', ru: 'Рабочая группа экспертов' },
  },
  {
    id: 'policy-consultative-group',
    kind: 'policy',
    pillar: null,
    abbreviation: 'PCG',
    names: {
      en: 'Policy Consultative Group',
      ru: 'Консультативная группа по вопросам политики',
    },
  },
];
