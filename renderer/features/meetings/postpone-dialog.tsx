import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postponeMeeting } from '@shared/domain/meeting/decide';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting, Schedule, Session } from '@shared/domain/meeting/types';
import { useAct } from '@renderer/db/act';
import { Dialog } from '@renderer/ui/dialog';
import { FieldGrid } from '@renderer/ui/field';
import { useMeetingDates } from './meeting-dates';
import { useMeetingHeads, useTellResult } from './use-meeting-acts';

interface PostponeDialogProps {
  meeting: Meeting;
  sessions: readonly Session[];
  onClose: () => void;
}

/** Postpones a meeting: why, and to when if that is known. What was planned stays on record. */
export function PostponeDialog({ meeting, sessions, onClose }: PostponeDialogProps) {
  const { t } = useTranslation('meetings');
  const act = useAct();
  const tell = useTellResult();
  const heads = useMeetingHeads(meeting.id);
  const dates = useMeetingDates();
  const [reason, setReason] = useState('');
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const reversed = start !== '' && end !== '' && end < start;

  const confirm = async () => {
    setTried(true);
    if (reason.trim() === '' || reversed) return;
    const { format } = scheduleOf(meeting);
    const schedule: Schedule | null =
      start === '' ? null : { format, start, end: end === '' ? start : end };
    setBusy(true);
    const result = await act(async (context) =>
      postponeMeeting(context, { meeting, sessions, reason, schedule, headsOf: await heads() }),
    );
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
        <FieldGrid>
          <TextInput
            type="date"
            label={t('postpone.start')}
            value={start}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('postpone.end')}
            value={end}
            min={start}
            onChange={(event) => setEnd(event.currentTarget.value)}
            error={reversed ? t('problem.dates-reversed') : undefined}
          />
        </FieldGrid>
      </Stack>
    </Dialog>
  );
}
