import { useMemo } from 'react';
import { useRecords } from '@renderer/db/hooks';
import { newestFirst, useMeetingId } from '@renderer/features/meetings';
import { useSettings } from '@renderer/features/settings';

/** The meeting that the rail leads to: the one on screen, else the last one, else the newest. */
export function useRailMeeting(): string | null {
  const id = useMeetingId();
  const { settings } = useSettings();
  const meetings = useRecords('meetings');
  return useMemo(() => {
    if (meetings.state !== 'ready') return id;
    const known = (wanted: string | null) => meetings.value.some((one) => one.id === wanted);
    if (known(id)) return id;
    if (known(settings.lastMeeting)) return settings.lastMeeting;
    return newestFirst(meetings.value)[0]?.id ?? null;
  }, [id, settings.lastMeeting, meetings]);
}
