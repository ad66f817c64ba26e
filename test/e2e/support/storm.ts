import type { Chance } from '@shared/domain/sample/chance';
import type { DeskPage } from '../pages/desk';

/** How many acknowledged check-ins there are before the plug is pulled, fewest and most. */
const FEWEST = 1;
const MOST = 6;
/** And this many milliseconds at most after the last of them. */
const MOST_DELAY_MS = 90;

export interface StormResult {
  /** Whom somebody tried to check in. */
  readonly attempted: string[];
  /** Whom the page showed as checked in before everything ended. */
  readonly acknowledged: string[];
}

/**
 * Check-ins by keyboard as fast as they can be typed, none waiting for the one before, until
 * `pull` ends everything at a moment that the chance decides.
 */
export async function storm(
  desk: DeskPage,
  names: readonly string[],
  chance: Chance,
  pull: () => Promise<void>,
): Promise<StormResult> {
  const attempted: string[] = [];
  const acknowledged = new Set<string>();
  let pulled = false;
  const wanted = chance.between(FEWEST, MOST);
  const delay = chance.below(MOST_DELAY_MS);

  const typing = async (): Promise<void> => {
    for (const name of names) {
      if (pulled) return;
      attempted.push(name);
      await desk.box.fill(name);
      await desk.box.press('Enter');
    }
  };
  const watching = async (): Promise<void> => {
    while (acknowledged.size < wanted) {
      for (const name of await desk.actionNames()) acknowledged.add(name);
    }
    const late = watchOn();
    await new Promise((resolve) => setTimeout(resolve, delay));
    pulled = true;
    await pull();
    await late;
  };
  /** What is shown in the last moment counts as well. */
  const watchOn = async (): Promise<void> => {
    while (!pulled) {
      for (const name of await unlessGone(desk.actionNames())) acknowledged.add(name);
    }
  };

  await Promise.all([unlessGone(typing().then(() => [])), watching()]);
  return { attempted, acknowledged: [...acknowledged] };
}

/** The page ends in the middle of whatever is being asked of it: that is what is tested. */
async function unlessGone(work: Promise<string[]>): Promise<string[]> {
  return work.catch((error: unknown) => {
    if (/closed|crashed|disconnected/i.test(String(error))) return [];
    throw error;
  });
}
