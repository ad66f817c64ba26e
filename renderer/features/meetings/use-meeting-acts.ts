import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeadsOf } from '@shared/domain/meeting/decide';
import type { RecordRow } from '@shared/projections/row';
import { headIds } from '@shared/projections/record';
import type { ActResult } from '@renderer/db/act';
import { useStore } from '@renderer/db/hooks';
import type { Store } from '@renderer/db/store';
import { useRefusal } from '@renderer/features/operators';
import { toast } from '@renderer/ui/toasts';

/**
 * What a change of a meeting, of its sessions or of its nominations goes over, read once for a whole
 * decision.
 */
export async function meetingHeads(store: Store, meeting: string): Promise<HeadsOf> {
  const [meetings, sessions, nominations] = await Promise.all([
    store.collections.load('meetings', null),
    store.collections.load('sessions', meeting),
    store.collections.load('nominations', meeting),
  ]);
  return (record, fields) => {
    const row = meetings.get(record) ?? sessions.get(record) ?? nominations.get(record);
    return row === undefined ? [] : headIds(row as RecordRow, fields);
  };
}

/** `meetingHeads` of this window's store. */
export function useMeetingHeads(meeting: string): () => Promise<HeadsOf> {
  const store = useStore();
  return useMemo(() => () => meetingHeads(store, meeting), [store, meeting]);
}

const REASONS = [
  'title-missing',
  'body-missing',
  'dates-reversed',
  'session-name-missing',
  'session-reversed',
  'sessions-overlap',
  'change-reason-missing',
  'reconvenes-itself',
] as const;

/** Says what became of an act on a meeting. Returns whether it was acknowledged. */
export function useTellResult(): (result: ActResult, done: string) => boolean {
  const { t } = useTranslation('meetings');
  const refusal = useRefusal();
  return (result, done) => {
    if (result.ok) {
      toast(done);
      return true;
    }
    const known = REASONS.find((one) => one === result.reason);
    if (known !== undefined) toast(t(`problem.${known}`), { tone: 'bad' });
    else if (result.reason === 'nothing-changed') toast(t('nothingChanged'), { tone: 'accent' });
    else if (result.reason === 'disk-full') toast(t('diskFull'), { tone: 'bad' });
    else toast(refusal(result) ?? t('notSaved'), { tone: 'bad' });
    return false;
  };
}
