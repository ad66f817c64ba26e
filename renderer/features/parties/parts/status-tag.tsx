import { useTranslation } from 'react-i18next';
import { statusOn } from '@shared/domain/party/rules';
import type { Party } from '@shared/domain/party/types';
import { Tag } from '../../../ui/tag';
import { today } from '../../../ui/today';

const TONES = { member: 'good', observer: 'accent', none: 'neutral' } as const;

/** What the party is to the programme on a day; today when none is asked for. */
export function StatusTag({ party, day = today() }: { party: Party; day?: string }) {
  const { t } = useTranslation('domain');
  const status = statusOn(party, day);
  return <Tag tone={TONES[status]}>{t(`partyStatus.${status}`)}</Tag>;
}
