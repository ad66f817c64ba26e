import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { nameIn } from '@shared/domain/language';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { together, useRecords } from '@renderer/db/hooks';
import { Permitted } from '@renderer/features/operators';
import { useCommands } from '@renderer/ui/commands';
import { ariaKeys } from '@renderer/ui/keys';
import { Page, PageHeader } from '@renderer/ui/page';
import { Empty, Loaded } from '@renderer/ui/states';
import { Tag } from '@renderer/ui/tag';
import { MeetingCard } from './meeting-card';
import { MeetingTable } from './meeting-table';
import { byYear } from './order';
import classes from './meetings.module.css';

const NEW_KEYS = 'Alt+N';

/** Every meeting of the programme, by year or as a table. */
export function MeetingsPage() {
  const meetings = useRecords('meetings');
  const programmes = useRecords('programmes');
  const recommendations = useRecords('recommendations');
  const [query, setQuery] = useSearchParams();
  const view = query.get('view') === 'table' ? 'table' : 'years';
  return (
    <Page width={view === 'table' ? 'full' : 'wide'}>
      <Loaded of={together({ meetings, programmes, recommendations })}>
        {(all) => (
          <Meetings
            {...all}
            view={view}
            onView={(next) => setQuery(next === 'table' ? { view: next } : {}, { replace: true })}
          />
        )}
      </Loaded>
    </Page>
  );
}

type View = 'years' | 'table';

interface MeetingsProps {
  meetings: Meeting[];
  programmes: Programme[];
  recommendations: Recommendation[];
  view: View;
  onView: (view: View) => void;
}

function Meetings({ meetings, programmes, recommendations, view, onView }: MeetingsProps) {
  const { t, i18n } = useTranslation('meetings');
  const navigate = useNavigate();
  const commands = useMemo(
    () => [
      {
        id: 'meetings.new',
        label: t('new'),
        group: t('title'),
        keys: NEW_KEYS,
        run: () => void navigate('/meetings/new'),
      },
    ],
    [t, navigate],
  );
  useCommands(commands);
  const years = useMemo(() => byYear(meetings), [meetings]);
  const outcomes = useMemo(
    () => Map.groupBy(recommendations.filter(isOutcome), ({ meeting }) => meeting),
    [recommendations],
  );
  const outcomesOf = useCallback((id: string) => outcomes.get(id)?.length ?? 0, [outcomes]);
  const names = programmes.map((one) => nameIn(one.names, i18n.language)).join(' · ');

  const create = (
    <Permitted act="meeting.created" label={t('new')} keys={NEW_KEYS}>
      <Button
        component={Link}
        to="/meetings/new"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        aria-keyshortcuts={ariaKeys(NEW_KEYS)}
      >
        {t('new')}
      </Button>
    </Permitted>
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={names}
        action={meetings.length > 0 ? create : undefined}
        others={
          meetings.length > 0 ? (
            <SegmentedControl
              aria-label={t('view.label')}
              value={view}
              data={[
                { value: 'years', label: t('view.years') },
                { value: 'table', label: t('view.table') },
              ]}
              onChange={(value) => onView(value === 'table' ? 'table' : 'years')}
            />
          ) : undefined
        }
      />
      {meetings.length === 0 && (
        <div className={classes.emptyCard}>
          <Empty
            icon={<IconCalendarPlus size={28} stroke={1.5} />}
            title={t('empty.title')}
            action={create}
          >
            {t('empty.hint')}
          </Empty>
        </div>
      )}
      {view === 'table' && meetings.length > 0 && (
        <MeetingTable meetings={meetings} programmes={programmes} outcomesOf={outcomesOf} />
      )}
      {(view === 'years' ? years : []).map(([year, list]) => (
        <section key={year ?? 'open'} aria-labelledby={`year-${year ?? 'open'}`}>
          <div className={classes.yearHead}>
            <h2 id={`year-${year ?? 'open'}`} className={classes.year}>
              {year ?? t('yearOpen')}
            </h2>
            <Tag>{t('count', { count: list.length })}</Tag>
            {year !== null && (
              <Link className={classes.yearLink} to={`/statistics?year=${year}`}>
                {t('yearStatistics')}
              </Link>
            )}
          </div>
          <ul className={classes.list}>
            {list.map((meeting) => (
              <MeetingCard
                key={meeting.id}
                meeting={meeting}
                reconvened={meetings.find((one) => one.id === meeting.reconvenes) ?? null}
                programme={programmes.find((one) => one.id === meeting.programme) ?? null}
                recommendations={outcomesOf(meeting.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What the experts agreed on: counted whatever the policy body did with it afterwards. */
function isOutcome(recommendation: Recommendation): boolean {
  return recommendation.state !== 'draft' && recommendation.state !== 'under-discussion';
}
