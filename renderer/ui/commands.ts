import { useEffect, useSyncExternalStore } from 'react';

/**
 * Something that can be done now. Pages offer theirs while they are shown; the palette, the sheet
 * of shortcuts and the keyboard all read the same list, so none of them can lag behind.
 */
export interface Command {
  /** Unique, kebab-case with its page in front: `desk.undo`. */
  readonly id: string;
  readonly label: string;
  /** Heading under which palette and sheet list it, already in the user's language. */
  readonly group: string;
  /** A second line in the palette. */
  readonly detail?: string;
  /** As `Alt+1`, `Mod+K`, `F2`, `Shift+P`, `?`. `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys?: string;
  /** Further words by which the palette finds it. */
  readonly words?: string;
  /** Only a shortcut: not offered in the palette. */
  readonly hidden?: boolean;
  readonly run: () => void;
}

const offered = new Map<symbol, readonly Command[]>();
const listeners = new Set<() => void>();
let snapshot: readonly Command[] = [];

function publish(): void {
  const byId = new Map<string, Command>();
  for (const list of offered.values()) for (const command of list) byId.set(command.id, command);
  snapshot = [...byId.values()];
  for (const listener of [...listeners]) listener();
}

/** Offers commands while the component is mounted. Memoize the list: a new one is published. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const key = Symbol('commands');
    offered.set(key, commands);
    publish();
    return () => {
      offered.delete(key);
      publish();
    };
  }, [commands]);
}

/** Everything that can be done now; of two with one id the one that was offered last. */
export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

/** The commands as they are at this moment, for an event handler. */
export function offeredCommands(): readonly Command[] {
  return snapshot;
}
