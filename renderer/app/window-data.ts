import type { ProtectionStatus } from '@shared/contract/protection';
import type { Settings } from '@shared/contract/settings';
import type { DatabaseRef } from '@renderer/db/database';
import type { Store } from '@renderer/db/store';

/** What a window can show. */
export type WindowState = {
  readonly settings: Settings;
  /** Another one after every lock: what was mounted before is not mounted again. */
  readonly opening: number;
  /** `null`: locked; nothing of the data is in this window. */
  readonly store: Store | null;
};

/** The host as far as a window's opening is concerned: the bridge, or a stand-in in tests. */
export interface WindowHost {
  status(): Promise<Pick<ProtectionStatus, 'state'>>;
  page(): Promise<DatabaseRef>;
  settings(): Promise<Settings>;
  onChanged(listener: (state: ProtectionStatus['state']) => void): () => void;
  /** A call was refused because the desk is locked. */
  onLocked(listener: () => void): () => void;
  onReconnected(listener: () => void): () => void;
}

interface Parts {
  readonly host: WindowHost;
  readonly open: (database: DatabaseRef) => Store;
  /** Takes everything of the data away that lives outside the store. */
  readonly forget: () => void;
  /** Says nothing (or something again): what failed because the desk is locked is no news. */
  readonly silence: (silent: boolean) => void;
}

/**
 * Whether this window has the data, and which. It follows the host: locked, everything is dropped at
 * once; unlocked, it is opened at the same address; protected, the same pages go on with another
 * database.
 */
export class WindowData {
  private state: WindowState | null = null;
  private database: DatabaseRef | null = null;
  private opening = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: Parts) {}

  /** Looks how things are, and follows from then on. Rejects when the host does not answer. */
  async start(): Promise<void> {
    const { host, silence } = this.parts;
    const again = () => {
      // Out of reach: what was known stays, and the next connection asks again.
      this.settle().catch(() => undefined);
    };
    host.onChanged((state) => {
      if (state === 'locked') this.queue = Promise.all([this.queue, this.hide()]);
      again();
    });
    host.onLocked(() => {
      silence(true);
      again();
    });
    host.onReconnected(again);
    await this.settle();
  }

  current = (): WindowState | null => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private settle(): Promise<void> {
    const next = this.queue.then(() => this.look());
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async look(): Promise<void> {
    const { host, open, silence } = this.parts;
    const shown = this.state;
    const before = shown?.store ?? null;
    const [{ state }, settings] = await Promise.all([
      host.status(),
      shown === null || before === null ? host.settings() : shown.settings,
    ]);
    if (state === 'locked') {
      await this.hide();
      if (this.state === null) this.show({ settings, store: null });
      return;
    }
    const database = await host.page();
    // Locked meanwhile: that was told, and is looked at next.
    if (this.state !== shown) return;
    if (before === null || !same(this.database, database)) {
      // What is being typed is written down first: the new database takes it over from the old one.
      await before?.close();
      const store = open(database);
      this.database = database;
      if (before === null) this.opening += 1;
      this.show({ settings, store });
      void store.start();
    }
    silence(false);
  }

  /** Drops everything at once; resolves when what was being typed is written down. */
  private async hide(): Promise<void> {
    const { forget, silence } = this.parts;
    silence(true);
    const { state } = this;
    if (state === null || state.store === null) return;
    const { store } = state;
    this.database = null;
    this.show({ settings: state.settings, store: null });
    forget();
    await store.close();
  }

  private show(state: Omit<WindowState, 'opening'>): void {
    this.state = { ...state, opening: this.opening };
    for (const listener of [...this.listeners]) listener();
  }
}

function same(one: DatabaseRef | null, other: DatabaseRef): boolean {
  if (one?.name !== other.name || (one.key === null) !== (other.key === null)) return false;
  return one.key === null || one.key.every((byte, at) => byte === other.key?.[at]);
}
