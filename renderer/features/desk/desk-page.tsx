import { IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded, Empty } from '../../ui/states';
import { Desk } from './desk';
import { useDeskModel } from './use-desk';

/** The desk of the meeting in the address. */
export function DeskPage() {
  const { meeting = '' } = useParams();
  return <DeskOf key={meeting} meeting={meeting} />;
}

function DeskOf({ meeting }: { readonly meeting: string }) {
  const { t } = useTranslation('desk');
  const model = useDeskModel(meeting);
  return (
    <Loaded of={model}>
      {(value) =>
        value === null ? (
          <Empty icon={<IconUserSearch size={28} />} title={t('noMeeting')} />
        ) : (
          <Desk model={value} />
        )
      }
    </Loaded>
  );
}
