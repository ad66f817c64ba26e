import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from './hooks';

export interface DraftText {
  /** What is in the box: the draft, else the saved text. */
  readonly text: string;
  /** Something is typed that is not part of the journal yet. */
  readonly dirty: boolean;
  readonly type: (text: string) => void;
  /** The draft has become a version, or is not wanted any more. */
  readonly settle: () => void;
}

/**
 * Text that is being typed: kept locally a moment after every key, found again after a crash, and
 * given up when it has become part of the journal. `key` names the text; `saved` is its last
 * version.
 */
export function useDraftText(key: string, saved: string): DraftText {
  const { drafts } = useStore();
  const [draft, setDraft] = useState<string | null>(null);
  const typed = useRef(false);

  useEffect(() => {
    let current = true;
    drafts.read(key).then(
      (found) => {
        if (current && found !== null && !typed.current) setDraft(found);
      },
      // The database is being made anew: what was typed comes back with it, for the next window.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [drafts, key]);

  const type = useCallback(
    (text: string) => {
      typed.current = true;
      setDraft(text);
      drafts.type(key, text);
    },
    [drafts, key],
  );

  const settle = useCallback(() => {
    typed.current = false;
    setDraft(null);
    drafts.settle(key).catch(() => undefined);
  }, [drafts, key]);

  return { text: draft ?? saved, dirty: draft !== null && draft !== saved, type, settle };
}
