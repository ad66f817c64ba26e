import { IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Empty, Loaded } from '../../ui/states';
import { useVirtualModel } from './use-virtual';
import { Virtual } from './virtual';

/** Who was online at the meeting in the address. */
export function VirtualPage() {
  const { meeting = '' } = useParams();
  const { t } = useTranslation('virtual');
  const model = useVirtualModel(meeting);
  return (
    <Loaded of={model}>
      {(value) =>
        value.meeting === null ? (
          <Empty icon={<IconUserSearch size={28} />} title={t('noMeeting')} />
        ) : (
          <Virtual key={meeting} model={{ ...value, meeting: value.meeting }} />
        )
      }
    </Loaded>
  );
}
