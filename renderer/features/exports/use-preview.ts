import { useEffect, useState } from 'react';
import type { Meeting } from '@shared/domain/meeting/types';
import { useStore } from '../../db/hooks';
import type { JobProgress } from '../../workers/jobs';
import type { DocumentPreview } from '../../workers/jobs/export';
import { runJob } from '../../workers/run-job';
import { documentInput, type Choice } from './choice';

export type Preview =
  | { readonly state: 'making'; readonly progress: JobProgress | null }
  | { readonly state: 'empty' }
  | { readonly state: 'ready'; readonly preview: DocumentPreview }
  | { readonly state: 'failed'; readonly message: string };

const MAKING: Preview = { state: 'making', progress: null };

/** What the chosen document will hold, made in a worker; a new choice ends the work on the old. */
export function usePreview(meeting: Meeting, choice: Choice): [Preview, again: () => void] {
  const store = useStore();
  const [times, setTimes] = useState(0);
  const [made, setMade] = useState<{ of: unknown; preview: Preview }>({
    of: null,
    preview: MAKING,
  });
  const database = store.db.ref;
  useEffect(() => {
    const stop = new AbortController();
    const show = (preview: Preview) => {
      if (!stop.signal.aborted) setMade({ of: choice, preview });
    };
    const input = documentInput(database, meeting, choice, new Date().toISOString());
    runJob('previewDocument', input, stop.signal, (progress) => {
      show({ state: 'making', progress });
    }).then(
      (preview) => show(preview === null ? { state: 'empty' } : { state: 'ready', preview }),
      (error: unknown) =>
        show({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => stop.abort();
  }, [database, meeting, choice, times]);
  return [made.of === choice ? made.preview : MAKING, () => setTimes((count) => count + 1)];
}
