import { IconUsersGroup } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { overviewOf } from '@shared/domain/attendance/overview';
import { useMeetingPeople, type MeetingPeople } from '../../db/meeting-people';
import { Page, PageHeader, Section } from '../../ui/page';
import { Empty, Loaded } from '../../ui/states';
import { ArrivalFigures } from './arrival-figures';
import classes from './arrivals.module.css';
import { ByDelegation } from './by-delegation';
import { OverTime } from './over-time';
import { useAttendanceByReport } from './use-attendance-by-report';
import { WhoIsWhere, type Shown } from './who-is-where';

/** Who has come to the meeting in the address, who has not, and how it came about. */
export function ArrivalsPage() {
  const { t } = useTranslation('arrivals');
  const { meeting = '' } = useParams();
  const model = useMeetingPeople(meeting);
  return (
    <Page width="wide">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Loaded of={model}>
        {(value) =>
          value === null ? (
            <Empty title={t('noMeeting')} />
          ) : (
            <Arrivals key={meeting} model={value} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Arrivals(props: { readonly model: MeetingPeople }) {
  const { t } = useTranslation('arrivals');
  // A storm of arrivals may be a moment ahead of what is drawn here.
  const seen = useDeferredValue(props.model);
  const attendance = useAttendanceByReport(seen);
  const model = useMemo(() => ({ ...seen, attendance }), [seen, attendance]);
  const overview = useMemo(
    () =>
      overviewOf(
        model.nominations,
        model.attendance,
        (person) => model.people.get(person)?.forgotten === true,
      ),
    [model.nominations, model.attendance, model.people],
  );
  const [shown, setShown] = useState<Shown>({ where: 'missing', party: null });
  if (overview.people.length === 0 && overview.provisional.length === 0) {
    return (
      <Empty icon={<IconUsersGroup size={28} stroke={1.5} />} title={t('nobody')}>
        {t('nobodyHint')}
      </Empty>
    );
  }
  return (
    <>
      <ArrivalFigures overview={overview} onShow={(where) => setShown({ where, party: null })} />
      <div className={classes.pair}>
        <Section title={t('byDelegation')}>
          <ByDelegation
            model={model}
            overview={overview}
            chosen={shown.party}
            onChoose={(party) =>
              setShown((before) => ({ ...before, party: before.party === party ? null : party }))
            }
          />
        </Section>
        <OverTime model={model} />
      </div>
      <WhoIsWhere model={model} overview={overview} shown={shown} onShow={setShown} />
    </>
  );
}
