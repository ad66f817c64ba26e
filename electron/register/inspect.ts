import type { Files } from './recovery';
import { verifyStore, type RegisterFault } from './verify';

export interface Inspection {
  readonly faults: RegisterFault[];
  readonly backup: 'sound' | 'damaged';
}

/**
 * Verifies register and backup, with a pause after every few milliseconds of work. Begins again
 * when the files were exchanged meanwhile, and ends when they were closed (`current` gives null).
 */
export async function inspect(
  current: () => Files | null,
  pause: () => Promise<void>,
): Promise<Inspection> {
  for (;;) {
    const files = current();
    if (files === null) return { faults: [], backup: 'sound' };
    const faults: RegisterFault[] = [];
    for (const found of verifyStore(files.store)) {
      faults.push(...found);
      await pause();
      if (current() !== files) break;
    }
    if (current() !== files) continue;
    for (const verdict of files.backup.check()) {
      if (verdict === 'damaged') return { faults, backup: verdict };
      await pause();
      if (current() !== files) break;
    }
    if (current() === files) return { faults, backup: 'sound' };
  }
}
