import { attendingIn, type Attending } from '../domain/attendance/presence';
import { CAPACITIES } from '../domain/nomination/types';
import type { Gender } from '../domain/person/types';
import type { MeetingDigest } from './digest';
import type { Entry, Frame, Status } from './entry';
import type { Scope } from './scope';

/** Takes note that somebody belongs to a part, and how they attended it. */
export type Put = (part: string, attending: Attending | null) => void;

/** Part of everybody who belongs to no other. */
export const NONE = 'none';

/** *Attended* by some property. One file entry each; all are counted the same way. */
export interface Breakdown<Key extends string = string> {
  readonly key: Key;
  /** Every attendee is in exactly one part, so that the parts add up to *attended*. */
  readonly adds: boolean;
  /** Nominations have parts too (they are for a meeting, never for one of its sessions). */
  readonly expects: boolean;
  readonly parts: (entry: Entry, put: Put) => void;
  /** Parts in their order, also those with nobody in them; others follow by name. */
  readonly order?: (frame: Frame, digests: readonly MeetingDigest[]) => readonly string[];
  /** Parts that lie within a scope; `null`: all of them. */
  readonly within?: (scope: Scope, digests: readonly MeetingDigest[]) => Set<string> | null;
}

/** One part for every entry. */
function byProperty<Key extends string>(
  key: Key,
  part: (entry: Entry) => string | null | undefined,
  order?: Breakdown['order'],
): Breakdown<Key> {
  const parts = (entry: Entry, put: Put) => put(part(entry) ?? NONE, entry.attending);
  return { key, adds: true, expects: true, parts, ...(order ? { order } : {}) };
}

const GENDERS: readonly Gender[] = ['female', 'male', 'other', 'not-declared'];
const STATUSES: readonly Status[] = ['member', 'observer', 'none'];

function sittingsOf(digests: readonly MeetingDigest[]) {
  return digests.flatMap((digest) => digest.basis.sittings);
}

const session: Breakdown<'session'> = {
  key: 'session',
  adds: false,
  expects: false,
  parts: ({ who }, put) => {
    for (const [id, presence] of who.presence.sessions) put(id, attendingIn(presence));
  },
  order: (_frame, digests) => sittingsOf(digests).map((sitting) => sitting.id),
  within: (scope, digests) => {
    if (scope.kind === 'session') return new Set([scope.session]);
    if (scope.kind !== 'day') return null;
    const sittings = sittingsOf(digests).filter((sitting) => sitting.date === scope.date);
    return new Set(sittings.map((sitting) => sitting.id));
  },
};

const day: Breakdown<'day'> = {
  key: 'day',
  adds: false,
  expects: false,
  parts: ({ who }, put) => {
    for (const [date, attending] of who.presence.days) put(date, attending);
  },
  // Nobody's day is known from a session alone.
  within: (scope) => {
    if (scope.kind === 'session') return new Set();
    return scope.kind === 'day' ? new Set([scope.date]) : null;
  },
};

/** A meeting on two pillars counts under both. */
const pillar: Breakdown<'pillar'> = {
  key: 'pillar',
  adds: false,
  expects: true,
  parts: ({ at, attending }, put) => {
    const pillars = at.meeting.pillars;
    if (pillars.length === 0) put(NONE, attending);
    for (const one of new Set(pillars)) put(one, attending);
  },
  order: (frame) => frame.programme.pillars.map((one) => one.id),
};

export const BREAKDOWNS = [
  session,
  day,
  byProperty(
    'meeting',
    ({ at }) => at.meeting.id,
    (_frame, digests) => digests.map((digest) => digest.meeting.id),
  ),
  byProperty('bodyKind', ({ at }) => at.body?.kind),
  pillar,
  byProperty(
    'capacity',
    ({ who }) => who.capacity,
    () => CAPACITIES,
  ),
  byProperty('kind', ({ party }) => party?.kind),
  byProperty(
    'status',
    ({ party, at }) => party && at.statusOf(party),
    () => STATUSES,
  ),
  byProperty('region', ({ party }) => party?.region),
  byProperty('party', ({ party }) => party?.id),
  byProperty(
    'gender',
    ({ facts }) => facts.gender,
    () => GENDERS,
  ),
] as const;
export type BreakdownKey = (typeof BREAKDOWNS)[number]['key'];
