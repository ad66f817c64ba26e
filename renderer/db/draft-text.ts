import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from './hooks';

/** A crash costs at most this much typing. */
const AUTOSAVE_MS = 300;

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
  const { db } = useStore();
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const typed = useRef(false);

  useEffect(() => {
    let current = true;
    void db.texts.get(key).then((found) => {
      if (current && found !== undefined && !typed.current) setDraft(found.value);
    });
    return () => {
      current = false;
    };
  }, [db, key]);

  const cancel = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };

  const type = useCallback(
    (text: string) => {
      typed.current = true;
      setDraft(text);
      cancel();
      timer.current = setTimeout(() => {
        void db.texts.put({ key, value: text, at: Date.now() });
      }, AUTOSAVE_MS);
    },
    [db, key],
  );

  const settle = useCallback(() => {
    cancel();
    typed.current = false;
    setDraft(null);
    void db.texts.delete(key);
  }, [db, key]);

  return { text: draft ?? saved, dirty: draft !== null && draft !== saved, type, settle };
}
