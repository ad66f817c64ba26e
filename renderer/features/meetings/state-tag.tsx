import { useTranslation } from 'react-i18next';
import type { MeetingState } from '@shared/domain/meeting/types';
import { Tag } from '@renderer/ui/tag';
import type { Tone } from '@renderer/ui/tones';

const TONES: Record<MeetingState, Tone> = {
  planned: 'neutral',
  'nominations-open': 'accent',
  'nominations-closed': 'accent',
  'in-session': 'good',
  closed: 'neutral',
  archived: 'neutral',
  postponed: 'warning',
  cancelled: 'bad',
};

/** Where a meeting stands in its life. */
export function StateTag({ state }: { state: MeetingState }) {
  const { t } = useTranslation('domain');
  return <Tag tone={TONES[state]}>{t(`meetingState.${state}`)}</Tag>;
}
