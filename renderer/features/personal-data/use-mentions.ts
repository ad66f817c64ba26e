import { useEffect, useState } from 'react';
import type { Person } from '@shared/domain/person/types';
import { bridge } from '../../bridge/client';
import { findMentions, type Mention } from './find-mentions';

export type Mentions =
  | { readonly state: 'reading'; readonly done: number; readonly total: number | null }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly mentions: readonly Mention[] };

const READING: Mentions = { state: 'reading', done: 0, total: null };
/** Operations of one page: a tenth of a second of work. */
const PAGE = 5000;

/** Looks for texts that name these people, as long as somebody waits for it. */
export function useMentions(people: readonly Person[]): Mentions {
  const [found, setFound] = useState<{ of: unknown; mentions: Mentions }>({
    of: null,
    mentions: READING,
  });
  useEffect(() => {
    const stop = new AbortController();
    const show = (mentions: Mentions) => {
      if (!stop.signal.aborted) setFound({ of: people, mentions });
    };
    findMentions(
      people,
      (after) => bridge.register.read({ after, limit: PAGE }),
      (done, total) => show({ state: 'reading', done, total }),
      stop.signal,
    ).then(
      (mentions) => show({ state: 'ready', mentions }),
      (error: unknown) =>
        show({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => stop.abort();
  }, [people]);
  return found.of === people ? found.mentions : READING;
}
