import { IconId } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Empty, Loaded } from '../../ui/states';
import { Badges } from './badges';
import { useBadgeWorld } from './use-badges';

/** Badges and plates of the meeting in the address. */
export function BadgesPage() {
  const { meeting = '' } = useParams();
  const { t } = useTranslation('badges');
  const world = useBadgeWorld(meeting);
  return (
    <Loaded of={world}>
      {(value) =>
        value === null ? (
          <Empty icon={<IconId size={28} />} title={t('noMeeting')} />
        ) : (
          <Badges key={meeting} world={value} />
        )
      }
    </Loaded>
  );
}
