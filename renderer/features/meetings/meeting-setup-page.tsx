import { Button } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { changeMeeting } from '@shared/domain/meeting/decide';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { useAct } from '@renderer/db/act';
import { together, useRecord, useRecords } from '@renderer/db/hooks';
import { Page, PageHeader } from '@renderer/ui/page';
import { Empty, Loaded } from '@renderer/ui/states';
import { MeetingForm } from './form/meeting-form';
import type { MeetingForm as Values } from './form/schema';
import { fieldsOf, formOf, sessionsOf } from './form/values';
import { LifeCycle } from './life-cycle';
import { useMeetingDates } from './meeting-dates';
import { Reconfirmation } from './reconfirmation';
import { Reconvening } from './reconvening';
import { StateTag } from './state-tag';
import { useMeetingHeads, useTellResult } from './use-meeting-acts';
import { usePlace } from './use-place';
import { WalkIns } from './walk-ins';

/** A meeting as it is planned: its life cycle, and everything that was settled about it. */
export function MeetingSetupPage() {
  const { meeting: id = '' } = useParams();
  const { t } = useTranslation('meetings');
  const meeting = useRecord('meetings', id);
  const sessions = useRecords('sessions', id);
  const meetings = useRecords('meetings');
  const programmes = useRecords('programmes');
  return (
    <Page width="reading">
      <Loaded of={together({ meeting, sessions, meetings, programmes })}>
        {({ meeting: found, ...rest }) =>
          found === null ? (
            <Empty
              icon={<IconCalendarOff size={28} stroke={1.5} />}
              title={t('unknown')}
              action={
                <Button component={Link} to="/meetings">
                  {t('toList')}
                </Button>
              }
            />
          ) : (
            <Setup key={found.id} meeting={found} {...rest} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface SetupProps {
  meeting: Meeting;
  sessions: Session[];
  meetings: Meeting[];
  programmes: Programme[];
}

function Setup({ meeting, sessions, meetings, programmes }: SetupProps) {
  const { t } = useTranslation('meetings');
  const act = useAct();
  const tell = useTellResult();
  const heads = useMeetingHeads(meeting.id);
  const dates = useMeetingDates();
  const place = usePlace();
  const initial = useMemo(() => formOf(meeting, sessions), [meeting, sessions]);

  const submit = async (values: Values) => {
    const programme = programmes.find((one) => one.id === values.programme);
    if (programme === undefined) return false;
    const result = await act(async (context) =>
      changeMeeting(context, {
        meeting,
        fields: fieldsOf(values, programme, meeting),
        sessions: sessionsOf(values),
        before: sessions,
        meetings,
        headsOf: await heads(),
      }),
    );
    return tell(result, t('changed'));
  };

  return (
    <>
      <PageHeader
        title={meeting.title}
        subtitle={`${dates(scheduleOf(meeting))} · ${place(meeting)}`}
        tag={<StateTag state={meeting.state} />}
        others={
          <Button variant="default" component={Link} to={`/m/${meeting.id}/desk`}>
            {t('toDesk')}
          </Button>
        }
      />
      <Reconvening meeting={meeting} meetings={meetings} />
      <LifeCycle meeting={meeting} sessions={sessions} />
      <Reconfirmation meeting={meeting} />
      <WalkIns meeting={meeting} />
      {/* What somebody else changed meanwhile is read anew; what is being typed here is kept. */}
      <MeetingForm
        key={sessions.map((session) => session.id).join()}
        initial={initial}
        programmes={programmes}
        meetings={meetings}
        before={meeting}
        keptAs={meeting.id}
        submitLabel={t('save')}
        onSubmit={submit}
      />
    </>
  );
}
