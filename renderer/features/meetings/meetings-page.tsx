import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
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
import { byYear } from './order';
import classes from './meetings.module.css';

const NEW_KEYS = 'Alt+N';

/** Every meeting of the programme, by year. */
export function MeetingsPage() {
  const meetings = useRecords('meetings');
  const programmes = useRecords('programmes');
  const recommendations = useRecords('recommendations');
  return (
    <Page>
      <Loaded of={together({ meetings, programmes, recommendations })}>
        {(all) => <Meetings {...all} />}
      </Loaded>
    </Page>
  );
}

interface MeetingsProps {
  meetings: Meeting[];
  programmes: Programme[];
  recommendations: Recommendation[];
}

function Meetings({ meetings, programmes, recommendations }: MeetingsProps) {
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
      {years.map(([year, list]) => (
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
                recommendations={
                  recommendations.filter((one) => one.meeting === meeting.id && isOutcome(one))
                    .length
                }
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
