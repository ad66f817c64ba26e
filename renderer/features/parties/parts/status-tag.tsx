import { useTranslation } from 'react-i18next';
import { statusOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { Tag } from '../../../ui/tag';
import { today } from '../../../ui/today';

const TONES = { member: 'good', observer: 'accent', none: 'neutral' } as const;

/** What the party is to the programme today. */
export function StatusTag({ party }: { party: Party }) {
  const { t } = useTranslation('domain');
  const status = statusOn(party, today());
  return <Tag tone={TONES[status]}>{t(`partyStatus.${status}`)}</Tag>;
}
