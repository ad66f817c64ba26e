import { setTimeout as pause } from 'node:timers/promises';
import { claimProfile, STARTING_MS, type Claim } from '../settings/instance';
import type { Profile } from '../settings/profile';
import { entryOf, standingOf } from './other-instance';
import { readWebSecret } from './web-state';

const LOOK_AGAIN_MS = 200;

export type Taken =
  | { state: 'mine'; claim: Extract<Claim, { ok: true }> }
  /** Another start of this program has it and lets one more window in. */
  | { state: 'running'; url: string; port: number }
  | { state: 'refused'; reason: 'open-in-electron' | 'not-answering' };

/** Takes the profile, or finds the one who has it; waits while that one is still starting. */
export async function takeProfile(profile: Profile, now: () => number): Promise<Taken> {
  const deadline = now() + STARTING_MS;
  for (;;) {
    const claim = await claimProfile({
      file: profile.instance,
      self: { pid: process.pid, shell: 'web' },
      now: () => new Date(now()).toISOString(),
      standing: (holder) => standingOf(holder, readWebSecret(profile.settings) ?? '', now()),
    });
    if (claim.ok) return { state: 'mine', claim };
    const { holder, standing } = claim;
    const { port } = holder;
    if (holder.shell === 'electron') return { state: 'refused', reason: 'open-in-electron' };
    if (port !== null) {
      const url =
        standing === 'answers' ? await entryOf(port, readWebSecret(profile.settings) ?? '') : null;
      if (url !== null) return { state: 'running', url, port };
      return { state: 'refused', reason: 'not-answering' };
    }
    if (now() > deadline) return { state: 'refused', reason: 'not-answering' };
    await pause(LOOK_AGAIN_MS);
  }
}
