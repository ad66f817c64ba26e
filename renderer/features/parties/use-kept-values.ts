import { useMemo, useState } from 'react';
import { useDraftText } from '../../db/draft-text';

interface KeptValues<T> {
  readonly values: T;
  readonly change: (patch: Partial<T>) => void;
  /** What stands in the form was typed before and never saved. */
  readonly restored: boolean;
  /** It has been saved, or is not wanted any more. */
  readonly settle: () => void;
}

/** The values of a form, kept through a crash or a change of page until they are saved. */
export function useKeptValues<T extends object>(key: string, initial: T): KeptValues<T> {
  const [saved] = useState(() => JSON.stringify(initial));
  const { text, dirty, type, settle } = useDraftText(key, saved);
  const [touched, setTouched] = useState(false);
  const values = useMemo(() => ({ ...initial, ...(JSON.parse(text) as T) }), [text, initial]);
  return {
    values,
    change: (patch) => {
      setTouched(true);
      type(JSON.stringify({ ...values, ...patch }));
    },
    restored: dirty && !touched,
    settle: () => {
      setTouched(false);
      settle();
    },
  };
}
