import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/types';
import { useStore } from '../../db/hooks';
import { announce } from '../../ui/announcer';
import type { JobProgress } from '../../workers/jobs';
import { runJob } from '../../workers/run-job';
import { saveFile } from '../files';
import { documentInput, isPersonal, type Choice } from './choice';
import { noteExported } from './exported';

/** Why nothing was saved. */
type Refusal = 'cancelled' | 'disk-full' | 'not-allowed' | 'failed' | 'empty';

export type Saving =
  | { readonly state: 'idle' }
  | {
      readonly state: 'making';
      readonly progress: JobProgress | null;
      readonly stop: AbortController;
    }
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'not-saved'; readonly why: Refusal; readonly detail?: string };

/** Makes a document in a worker and hands it to the shell. Cancelled, it leaves nothing behind. */
export function useSave(meeting: Meeting) {
  const { t } = useTranslation('exports');
  const database = useStore().db.ref;
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });

  const make = async (
    choice: Choice,
    name: string,
    stop: AbortController,
  ): Promise<Extract<Saving, { state: 'saved' | 'not-saved' }>> => {
    const at = new Date().toISOString();
    const input = documentInput(database, meeting, choice, at);
    const bytes = await runJob('exportDocument', input, stop.signal, (progress) => {
      setSaving({ state: 'making', progress, stop });
    });
    if (bytes === null) return { state: 'not-saved', why: 'empty' };
    const { byteLength: size } = bytes;
    const saved = await saveFile(name, bytes);
    if (saved.state === 'saved') {
      noteExported({ name: saved.name, size, at, personal: isPersonal(choice) });
    }
    return saved;
  };

  const save = async (choice: Choice, name: string): Promise<void> => {
    if (saving.state === 'making') return;
    const stop = new AbortController();
    setSaving({ state: 'making', progress: null, stop });
    const result = await make(choice, name, stop).catch((error: unknown) => {
      if (stop.signal.aborted) return { state: 'not-saved', why: 'cancelled' } as const;
      const detail = error instanceof Error ? error.message : String(error);
      return { state: 'not-saved', why: 'failed', detail } as const;
    });
    setSaving(result);
    if (result.state === 'saved') announce(t('saved', { name: result.name }));
    else announce(t(`notSaved.${result.why}`), 'assertive');
  };

  return { saving, save, forget: () => setSaving({ state: 'idle' }) };
}
