import { IconUserSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useOnlineByReport } from '@renderer/features/arrivals';
import { Loaded, Empty } from '../../ui/states';
import { Desk } from './desk';
import { useDeskModel, type DeskModel } from './use-desk';

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
          <Reported model={value} />
        )
      }
    </Loaded>
  );
}

/** The desk, with what the platforms' reports say. They are read beside the page: nobody waits for them. */
function Reported({ model }: { readonly model: Omit<DeskModel, 'online'> }) {
  const online = useOnlineByReport(model.meeting);
  const reported = useMemo(() => ({ ...model, online }), [model, online]);
  return <Desk model={reported} />;
}
