import { IconChartBar } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { yearOf } from '@shared/domain/meeting/rules';
import { Page } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { MeetingScopeBar } from './parts/scope-bar';
import { meetingScope } from './scope-address';
import { Statistics } from './statistics';
import { useMeetingStatistics } from './use-meeting-statistics';

/** Figures of the meeting in the address, of its day or session; live while the desk works. */
export function StatisticsPage() {
  const { t } = useTranslation('statistics');
  const { meeting = '' } = useParams();
  const [query] = useSearchParams();
  const scope = useMemo(() => meetingScope(meeting, query), [meeting, query]);
  const model = useMeetingStatistics(meeting, scope);
  return (
    <Page>
      <Loaded of={model}>
        {(value) => {
          const held = value?.meetings.get(meeting);
          if (!value || held === undefined) {
            return <Empty icon={<IconChartBar size={28} />} title={t('noMeeting')} />;
          }
          return (
            <Statistics
              key={meeting}
              model={value}
              title={t('title')}
              desk={`/m/${meeting}/desk`}
              exports={`/m/${meeting}/exports`}
              scopeBar={
                <MeetingScopeBar
                  meeting={meeting}
                  scope={scope}
                  sessions={value.sessions}
                  year={yearOf(held)}
                />
              }
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
