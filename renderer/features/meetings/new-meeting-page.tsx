import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { v7 as newId } from 'uuid';
import { copyOf, patternOf, reconveningOf } from '@shared/domain/meeting/copy';
import { createMeeting, nextOrdinal } from '@shared/domain/meeting/decide';
import type { Meeting, MeetingFields, Session } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { useAct } from '@renderer/db/act';
import { together, useRecords } from '@renderer/db/hooks';
import { Page, PageHeader, Section } from '@renderer/ui/page';
import { Empty, Loaded } from '@renderer/ui/states';
import { MeetingForm } from './form/meeting-form';
import type { MeetingForm as Values } from './form/schema';
import { blankForm, fieldsOf, formOf, sessionsOf } from './form/values';
import { useMeetingChoices } from './use-meeting-choices';
import { useTellResult } from './use-meeting-acts';

/** A new meeting of the programme: from nothing, as a copy of an earlier one, or reconvening it. */
export function NewMeetingPage() {
  const { t } = useTranslation('meetings');
  const [query] = useSearchParams();
  const reconvened = query.get('reconvene');
  const from = reconvened ?? query.get('copy');
  const meetings = useRecords('meetings');
  const programmes = useRecords('programmes');
  const sessions = useRecords('sessions', from ?? '');
  return (
    <Page width="reading">
      <PageHeader
        title={reconvened === null ? t('new') : t('reconvene.title')}
        subtitle={t('newHint')}
      />
      <Loaded of={together({ meetings, programmes, sessions })}>
        {(all) =>
          all.programmes.length === 0 ? (
            <Empty title={t('noProgramme')} />
          ) : (
            <>
              {reconvened === null && <CopyFrom from={from} meetings={all.meetings} />}
              <NewMeeting
                key={`${from ?? ''} ${reconvened ?? ''}`}
                from={all.meetings.find((one) => one.id === from) ?? null}
                reconvenes={reconvened !== null}
                {...all}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface CopyFromProps {
  from: string | null;
  meetings: readonly Meeting[];
}

/** The earlier meeting that the form begins with, if any. */
function CopyFrom({ from, meetings }: CopyFromProps) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const choices = useMeetingChoices(meetings);
  if (choices.length === 0) return null;
  return (
    <Section>
      <Select
        label={t('copy.from')}
        description={t('copy.hint')}
        placeholder={t('copy.none')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        searchable
        clearable
        nothingFoundMessage={t('form.noSuchMeeting')}
        data={choices}
        value={from}
        onChange={(id) =>
          void navigate(id === null ? '/meetings/new' : `/meetings/new?copy=${id}`, {
            replace: true,
          })
        }
      />
    </Section>
  );
}

interface NewMeetingProps {
  meetings: Meeting[];
  programmes: Programme[];
  /** The meeting that it is made after. */
  from: Meeting | null;
  /** Those of `from`. */
  sessions: Session[];
  reconvenes: boolean;
}

function NewMeeting({ meetings, programmes, from, sessions, reconvenes }: NewMeetingProps) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const act = useAct();
  const tell = useTellResult();
  const base = useMemo((): MeetingFields | null => {
    if (from === null) return null;
    if (reconvenes) {
      return { ...reconveningOf(from), title: t('reconvene.titleProposal', { title: from.title }) };
    }
    return { ...copyOf(from), ordinal: nextOrdinal(meetings, from.programme, from.body) };
  }, [from, reconvenes, meetings, t]);
  const pattern = useMemo(() => (from === null ? [] : patternOf(from, sessions)), [from, sessions]);
  const initial = useMemo(
    (): Values =>
      base === null
        ? blankForm(programmes[0]?.id ?? '', Intl.DateTimeFormat().resolvedOptions().timeZone)
        : { ...formOf(base, []), precision: 'day' },
    [base, programmes],
  );

  const submit = async (values: Values) => {
    const programme = programmes.find((one) => one.id === values.programme);
    if (programme === undefined) return false;
    const id = newId();
    const result = await act((context) =>
      createMeeting(context, {
        id,
        fields: fieldsOf(values, programme, null, base ?? undefined),
        sessions: sessionsOf(values),
        meetings,
      }),
    );
    const made = tell(result, t('created'));
    if (made) void navigate(`/m/${id}/setup`);
    return made;
  };

  const kind = reconvenes ? 'reconvene' : 'copy';
  return (
    <MeetingForm
      initial={initial}
      programmes={programmes}
      meetings={meetings}
      before={null}
      pattern={pattern}
      keptAs={from === null ? 'new' : `new:${kind}:${from.id}`}
      submitLabel={t('create')}
      onSubmit={submit}
    />
  );
}
