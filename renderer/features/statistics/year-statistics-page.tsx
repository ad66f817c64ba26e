import { IconCalendarEvent } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yearOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { together, useRecords } from '../../db/hooks';
import { Page, PageHeader } from '../../ui/page';
import { Empty, Failed, Loaded, Loading } from '../../ui/states';
import { newestFirst } from '../meetings';
import { useSettings } from '../settings';
import { YearScopeBar } from './parts/scope-bar';
import { yearScope, yearToShow } from './scope-address';
import { Statistics } from './statistics';
import { useYearStatistics } from './use-year-statistics';

/** Figures of a year, of its expert meetings, or of any set of its meetings. */
export function YearStatisticsPage() {
  const meetings = useRecords('meetings');
  const programmes = useRecords('programmes');
  return (
    <Page>
      <Loaded of={together({ meetings, programmes })}>
        {(value) => <ChosenYear meetings={value.meetings} programmes={value.programmes} />}
      </Loaded>
    </Page>
  );
}

interface ChosenYearProps {
  readonly meetings: readonly Meeting[];
  readonly programmes: readonly Programme[];
}

/** Finds out which programme and year the address means. */
function ChosenYear({ meetings, programmes }: ChosenYearProps) {
  const { t } = useTranslation('statistics');
  const [query] = useSearchParams();
  const { lastMeeting } = useSettings().settings;
  const wanted =
    query.get('programme') ??
    meetings.find((one) => one.id === lastMeeting)?.programme ??
    newestFirst(meetings)[0]?.programme;
  const programme = programmes.find((one) => one.id === wanted) ?? programmes[0];
  const own = useMemo(
    () => meetings.filter((meeting) => meeting.programme === programme?.id),
    [meetings, programme],
  );
  const asked = Number(query.get('year'));
  const year = own.some((meeting) => yearOf(meeting) === asked) ? asked : yearToShow(own);
  if (programme === undefined || year === null) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Empty
          icon={<IconCalendarEvent size={28} stroke={1.5} />}
          title={t('noYear')}
          action={
            <Button component={Link} to="/meetings">
              {t('toMeetings')}
            </Button>
          }
        >
          {t('noYearHint')}
        </Empty>
      </>
    );
  }
  return (
    <Year
      key={`${programme.id} ${year}`}
      programme={programme}
      year={year}
      meetings={own}
      programmes={programmes}
    />
  );
}

interface YearProps extends ChosenYearProps {
  readonly programme: Programme;
  readonly year: number;
}

function Year({ programme, year, meetings, programmes }: YearProps) {
  const { t } = useTranslation('statistics');
  const [query] = useSearchParams();
  const held = useMemo(
    () => meetings.filter((meeting) => yearOf(meeting) === year),
    [meetings, year],
  );
  const scope = useMemo(
    () => yearScope(year, query, held, programme),
    [year, query, held, programme],
  );
  const { model, counting, retry } = useYearStatistics(programme, year, scope, meetings);
  if (model.state === 'loading') return <Loading label={t('counting')} />;
  if (model.state === 'failed') return <Failed detail={model.message} onRetry={retry} />;
  if (model.value === null) return null;
  const first = held.find((meeting) => meeting.state !== 'cancelled') ?? held[0];
  return (
    <Statistics
      model={model.value}
      title={t('yearTitle', { year: String(year) })}
      counting={counting}
      desk={null}
      exports={first === undefined ? null : `/m/${first.id}/exports?scope=year`}
      scopeBar={
        <YearScopeBar
          scope={scope}
          year={year}
          programme={programme}
          programmes={programmes}
          all={meetings}
          meetings={held}
        />
      }
    />
  );
}
