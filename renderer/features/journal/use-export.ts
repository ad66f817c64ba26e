import { useState } from 'react';
import {
  exportStyle,
  journalColumns,
  journalMark,
  journalNotes,
  type JournalFile,
} from '@shared/codecs/journal/table';
import type { JournalFilter } from '@shared/contract/register';
import { bridge } from '../../bridge/client';
import { announce } from '../../ui/announcer';
import { localDay } from '../../ui/today';
import type { JobProgress } from '../../workers/jobs';
import { runJob } from '../../workers/run-job';
import { saveFile } from '../files';
import { collectRows } from './collect-rows';
import type { PageStyle } from './use-style';

export interface ExportChoice {
  readonly format: 'csv' | 'xlsx';
  readonly withNames: boolean;
}

type Refusal = 'cancelled' | 'empty' | 'disk-full' | 'not-allowed' | 'failed';

export type Exporting =
  | { readonly state: 'idle' }
  | {
      readonly state: 'making';
      readonly progress: JobProgress | null;
      readonly stop: AbortController;
    }
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'not-saved'; readonly why: Refusal };

/** Writes what the filter shows into a file. Cancelled, it leaves nothing behind. */
export function useExport(filter: JournalFilter, style: PageStyle, synthetic: boolean) {
  const { t } = style;
  const [exporting, setExporting] = useState<Exporting>({ state: 'idle' });

  const make = async (
    { format, withNames }: ExportChoice,
    stop: AbortController,
  ): Promise<Exporting> => {
    const { signal } = stop;
    const file: JournalFile = { withNames, synthetic, madeAt: new Date().toISOString() };
    const onProgress = (progress: JobProgress) => setExporting({ state: 'making', progress, stop });
    const rows = await collectRows({
      ...{ register: bridge.register, filter, options: file, signal, onProgress, pause },
      style: async (meetings) => {
        await style.book.load(meetings);
        return exportStyle(style, file);
      },
    });
    if (rows.length === 0) return { state: 'not-saved', why: 'empty' };
    onProgress({ phase: 'writing', done: rows.length, total: null });
    const bytes = await runJob(
      'writeJournal',
      {
        ...{ format, rows, madeAt: file.madeAt, title: t('title'), sheet: t('export.sheet') },
        columns: journalColumns(style, file),
        notes: journalNotes(style, file),
        mark: journalMark(t, synthetic),
      },
      signal,
    );
    const name = `${localDay(new Date(file.madeAt))}-${t('export.fileName')}.${format}`;
    return saveFile(name, bytes);
  };

  const save = async (choice: ExportChoice): Promise<void> => {
    if (exporting.state === 'making') return;
    const stop = new AbortController();
    setExporting({ state: 'making', progress: null, stop });
    const result = await make(choice, stop).catch((): Exporting => ({
      state: 'not-saved',
      why: stop.signal.aborted ? 'cancelled' : 'failed',
    }));
    setExporting(result);
    if (result.state === 'saved') announce(t('export.saved', { name: result.name }));
    if (result.state === 'not-saved') announce(t(`export.${result.why}`), 'assertive');
  };

  return { exporting, save, forget: () => setExporting({ state: 'idle' }) };
}

/** Lets everything else that waits have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve);
  });
}
