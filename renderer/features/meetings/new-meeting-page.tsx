import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 as newId } from 'uuid';
import { createMeeting } from '@shared/domain/meeting/decide';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { useAct } from '@renderer/db/act';
import { together, useRecords } from '@renderer/db/hooks';
import { Page, PageHeader } from '@renderer/ui/page';
import { Empty, Loaded } from '@renderer/ui/states';
import { MeetingForm } from './form/meeting-form';
import type { MeetingForm as Values } from './form/schema';
import { blankForm, fieldsOf, sessionsOf } from './form/values';
import { useTellResult } from './use-meeting-acts';

/** A new meeting of the programme. */
export function NewMeetingPage() {
  const { t } = useTranslation('meetings');
  const meetings = useRecords('meetings');
  const programmes = useRecords('programmes');
  return (
    <Page width="reading">
      <PageHeader title={t('new')} subtitle={t('newHint')} />
      <Loaded of={together({ meetings, programmes })}>
        {(all) =>
          all.programmes.length === 0 ? <Empty title={t('noProgramme')} /> : <NewMeeting {...all} />
        }
      </Loaded>
    </Page>
  );
}

function NewMeeting({ meetings, programmes }: { meetings: Meeting[]; programmes: Programme[] }) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const act = useAct();
  const tell = useTellResult();
  const initial = useMemo(
    () => blankForm(programmes[0]?.id ?? '', Intl.DateTimeFormat().resolvedOptions().timeZone),
    [programmes],
  );

  const submit = async (values: Values) => {
    const programme = programmes.find((one) => one.id === values.programme);
    if (programme === undefined) return false;
    const id = newId();
    const result = await act((context) =>
      createMeeting(context, {
        id,
        fields: fieldsOf(values, programme, null),
        sessions: sessionsOf(values),
      }),
    );
    const made = tell(result, t('created'));
    if (made) void navigate(`/m/${id}/setup`);
    return made;
  };

  return (
    <MeetingForm
      initial={initial}
      programmes={programmes}
      meetings={meetings}
      before={null}
      submitLabel={t('create')}
      onSubmit={submit}
    />
  );
}
