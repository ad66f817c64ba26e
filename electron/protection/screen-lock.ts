import { existsSync, rmSync } from 'node:fs';
import { writeDurably } from '../register/durable';
import { messageOf } from '../register/failures';

/** Remembers that the screen was locked. */
export interface ScreenLock {
  isSet(): boolean;
  set(): void;
  clear(): void;
}

/**
 * By an empty file: otherwise, where the key store opens the data at every start, ending the program
 * and starting it again would be the way around a locked screen.
 */
export function openScreenLock(file: string, log: (message: string) => void): ScreenLock {
  return {
    isSet: () => existsSync(file),
    set: () => {
      try {
        writeDurably(file, '');
      } catch (error) {
        log(`The locked screen will not outlast this run: ${messageOf(error)}`);
      }
    },
    clear: () => rmSync(file, { force: true }),
  };
}
