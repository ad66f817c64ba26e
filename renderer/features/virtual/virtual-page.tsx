import { IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Empty, Loaded } from '../../ui/states';
import { Result } from './result/result';
import { useVirtualModel } from './use-virtual';
import { Virtual } from './virtual';

/** Who was online at the meeting in the address: its reports and logins, or what came out. */
export function VirtualPage() {
  const { meeting = '' } = useParams();
  const { t } = useTranslation('virtual');
  const [query] = useSearchParams();
  const Part = query.get('part') === 'result' ? Result : Virtual;
  const model = useVirtualModel(meeting);
  return (
    <Loaded of={model}>
      {(value) =>
        value.meeting === null ? (
          <Empty icon={<IconUserSearch size={28} />} title={t('noMeeting')} />
        ) : (
          <Part key={meeting} model={{ ...value, meeting: value.meeting }} />
        )
      }
    </Loaded>
  );
}
