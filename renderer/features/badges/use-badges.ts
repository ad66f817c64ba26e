import { useMemo } from 'react';
import type { Loadable } from '../../db/collections';
import { together, useRecord, useRecords } from '../../db/hooks';
import type { Store } from '../../db/store';
import { BadgeWorld } from './world';

/** Badges of a meeting and everything on them; `null`: no such meeting. */
export function useBadgeWorld(meetingId: string): Loadable<BadgeWorld | null> {
  const meeting = useRecord('meetings', meetingId);
  const people = useRecords('people');
  const parties = useRecords('parties');
  const nominations = useRecords('nominations', meetingId);
  const badges = useRecords('badges');
  const prints = useRecords('prints', meetingId);
  return useMemo(() => {
    const all = together({ meeting, people, parties, nominations, badges, prints });
    if (all.state !== 'ready') return all;
    const { value } = all;
    if (value.meeting === null) return { state: 'ready', value: null };
    return { state: 'ready', value: new BadgeWorld({ ...value, meeting: value.meeting }) };
  }, [meeting, people, parties, nominations, badges, prints]);
}

/** The same, as it is at this moment, for work that is not on a screen. */
export async function readBadgeWorld(store: Store, meetingId: string): Promise<BadgeWorld | null> {
  const [meetings, people, parties, nominations, badges, prints] = await Promise.all([
    store.list('meetings'),
    store.list('people'),
    store.list('parties'),
    store.list('nominations', meetingId),
    store.list('badges'),
    store.list('prints', meetingId),
  ]);
  const meeting = meetings.find(({ id }) => id === meetingId);
  if (meeting === undefined) return null;
  return new BadgeWorld({ meeting, people, parties, nominations, badges, prints });
}
