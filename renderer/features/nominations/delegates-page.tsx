import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Empty, Loaded } from '../../ui/states';
import { Delegates } from './delegates';
import { useNominationsModel } from './use-nominations';

/** Who is named for the meeting in the address. */
export function DelegatesPage() {
  const { meeting = '' } = useParams();
  const { t } = useTranslation('nominations');
  const model = useNominationsModel(meeting);
  return (
    <Loaded of={model}>
      {(value) =>
        value === null ? (
          <Empty icon={<IconUsers size={28} />} title={t('noMeeting')} />
        ) : (
          <Delegates key={meeting} model={value} />
        )
      }
    </Loaded>
  );
}
