import { digestMeeting, type MeetingDigest } from './digest';
import { frameOf, type Frame } from './entry';
import type { Statistics } from './result';
import { isInScope, type Scope } from './scope';
import { Tally } from './tally';
import type { World } from './world';

/**
 * All figures of a scope, counted from the beginning. For figures that follow a running meeting
 * keep the digests and a tally (`tallyOf`) instead.
 */
export function statisticsOf(world: World, scope: Scope): Statistics {
  const digests = world.meetings
    .filter(({ meeting }) => isInScope(scope, meeting))
    .map(digestMeeting);
  return combine(frameOf(world), digests, scope);
}

/** Figures of a scope from digested meetings; those outside the scope are passed over. */
export function combine(frame: Frame, digests: readonly MeetingDigest[], scope: Scope): Statistics {
  return tallyOf(frame, digests, scope).statistics();
}

/** A running count: `replace` one participant, read `statistics` again. */
export function tallyOf(frame: Frame, digests: readonly MeetingDigest[], scope: Scope): Tally {
  return new Tally(
    frame,
    digests.filter((digest) => isInScope(scope, digest.meeting)),
    scope,
  );
}
