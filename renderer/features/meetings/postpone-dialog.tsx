import { SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postponeMeeting } from '@shared/domain/meeting/decide';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting, Schedule, Session } from '@shared/domain/meeting/types';
import { useAct } from '@renderer/db/act';
import { useStore } from '@renderer/db/hooks';
import { Dialog } from '@renderer/ui/dialog';
import { Field, FieldGrid } from '@renderer/ui/field';
import { useMeetingDates } from './meeting-dates';
import { DATE_LENGTH, PRECISIONS, type Precision } from './form/schema';
import { useMeetingHeads, useTellResult } from './use-meeting-acts';

interface PostponeDialogProps {
  meeting: Meeting;
  sessions: readonly Session[];
  onClose: () => void;
}

/** What a browser's field takes for dates that are known so precisely. */
const FIELD = { day: 'date', month: 'month', year: 'text', none: 'text' } as const;

/**
 * Postpones a meeting: why, and to when, as precisely as that is known. What was planned stays on
 * record, and everybody who was accepted is asked again.
 */
export function PostponeDialog({ meeting, sessions, onClose }: PostponeDialogProps) {
  const { t } = useTranslation('meetings');
  const act = useAct();
  const store = useStore();
  const tell = useTellResult();
  const heads = useMeetingHeads(meeting.id);
  const dates = useMeetingDates();
  const [reason, setReason] = useState('');
  const [precision, setPrecision] = useState<Precision>('none');
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const known = precision !== 'none';
  const missing = known && start.length !== DATE_LENGTH[precision];
  const reversed = known && start !== '' && end !== '' && end < start;

  const confirm = async () => {
    setTried(true);
    if (reason.trim() === '' || missing || reversed) return;
    const { format } = scheduleOf(meeting);
    const schedule: Schedule | null = known
      ? { format, start, end: end === '' ? start : end }
      : null;
    setBusy(true);
    const result = await act(async (context) => {
      const nominations = await store.list('nominations', meeting.id);
      const reconfirmed = nominations.filter(({ state }) => state === 'reconfirmed');
      const headsOf = await heads();
      return postponeMeeting(context, {
        ...{ meeting, sessions, reason, schedule, reconfirmed, headsOf },
      });
    });
    setBusy(false);
    if (tell(result, t('postpone.done'))) onClose();
  };

  return (
    <Dialog
      opened
      title={t('postpone.title')}
      onClose={onClose}
      confirm={{ label: t('postpone.confirm'), onConfirm: () => void confirm(), busy }}
    >
      <Stack gap="md">
        <p>{t('postpone.hint', { dates: dates(scheduleOf(meeting)) })}</p>
        <p>{t('postpone.reconfirm')}</p>
        <Textarea
          data-autofocus
          label={t('postpone.reason')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && reason.trim() === '' ? t('problem.change-reason-missing') : undefined}
        />
        <Field label={t('postpone.known')}>
          <SegmentedControl
            fullWidth
            aria-label={t('postpone.known')}
            value={precision}
            onChange={(chosen: Precision) => {
              setPrecision(chosen);
              setStart('');
              setEnd('');
            }}
            data={PRECISIONS.map((value) => ({ value, label: t(`form.precision.${value}`) }))}
          />
        </Field>
        {known && (
          <FieldGrid>
            <TextInput
              type={FIELD[precision]}
              label={t(`postpone.startBy.${precision}`)}
              {...(precision === 'year' && { inputMode: 'numeric', maxLength: 4 })}
              value={start}
              onChange={(event) => setStart(event.currentTarget.value)}
              error={tried && missing ? t('problem.date') : undefined}
            />
            <TextInput
              type={FIELD[precision]}
              label={t(`postpone.endBy.${precision}`)}
              {...(precision === 'year' && { inputMode: 'numeric', maxLength: 4 })}
              value={end}
              min={start}
              onChange={(event) => setEnd(event.currentTarget.value)}
              error={reversed ? t('problem.dates-reversed') : undefined}
            />
          </FieldGrid>
        )}
      </Stack>
    </Dialog>
  );
}
