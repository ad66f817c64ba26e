import { useCallback, useMemo, useState } from 'react';
import type { DeskModel } from '../use-desk';
import { find, type Found } from './find';

const NOTHING: readonly Found[] = [];

/** What is typed into the box, what it finds, and which row is meant. */
export function useBox(model: DeskModel) {
  const { directory, badges, answers, edition } = model;
  const [typed, setTyped] = useState('');
  const [marked, mark] = useState(0);
  // The directory is the same when people change; `answers` and `edition` say that they have.
  const found = useMemo(
    () => (answers > 0 && edition !== null ? find(typed, directory, badges) : NOTHING),
    [answers, edition, typed, directory, badges],
  );
  const active = Math.min(marked, Math.max(0, found.length - 1));
  const type = useCallback((text: string) => {
    setTyped(text);
    mark(0);
  }, []);
  const move = useCallback(
    (step: 1 | -1) => {
      if (found.length > 0) mark((active + step + found.length) % found.length);
    },
    [found.length, active],
  );
  return { typed, type, found, active, mark, move };
}
