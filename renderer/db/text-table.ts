import type { Table as DexieTable } from 'dexie';
import { Unsealable, type Seal } from './seal';

/** Something typed and not yet part of the journal; survives a crash. */
export interface DraftText {
  readonly key: string;
  readonly value: string;
  /** When it was last typed, ms since the epoch. */
  readonly at: number;
}

export type StoredText = DraftText | { readonly key: string; readonly c: Uint8Array };

/** What is being typed: the key of a text is in the clear (random ids), the text itself is not. */
export class TextTable {
  constructor(
    private readonly stored: DexieTable<StoredText, string>,
    private readonly seal: Seal | null,
  ) {}

  /** `null`: there is none, or none that can be read. */
  async get(key: string): Promise<DraftText | null> {
    const found = await this.stored.get(key);
    return found === undefined ? null : this.open(found);
  }

  /** Every text that can be read. */
  async toArray(): Promise<DraftText[]> {
    return (await this.stored.toArray()).flatMap((stored) => this.open(stored) ?? []);
  }

  async put(text: DraftText): Promise<void> {
    await this.stored.put(this.close(text));
  }

  /** Writes texts down that were kept elsewhere, except where a later one is here. */
  async takeOver(texts: readonly DraftText[]): Promise<void> {
    for (const text of texts) {
      const here = await this.get(text.key);
      if (here === null || here.at < text.at) await this.put(text);
    }
  }

  async delete(key: string): Promise<void> {
    await this.stored.delete(key);
  }

  private close({ key, value, at }: DraftText): StoredText {
    if (this.seal === null) return { key, value, at };
    return { key, c: this.seal.close(`texts ${key}`, { value, at }) };
  }

  private open(stored: StoredText): DraftText | null {
    if (!('c' in stored)) return stored;
    if (this.seal === null) return null;
    try {
      const { value, at } = this.seal.open(`texts ${stored.key}`, stored.c) as DraftText;
      return { key: stored.key, value, at };
    } catch (error) {
      // One text that is damaged must not take the others with it.
      if (error instanceof Unsealable) return null;
      throw error;
    }
  }
}
