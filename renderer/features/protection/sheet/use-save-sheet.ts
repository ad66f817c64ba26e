import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '@renderer/bridge/client';
import { sheetDocument, type RecoverySheet } from './recovery-sheet';

type NotSaved = 'no-browser' | 'timed-out' | 'disk-full' | 'not-allowed' | 'failed';

export type SheetSaving =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'not-saved'; readonly reason: NotSaved };

/** Saves the recovery sheet as a PDF where somebody wants it. */
export function useSaveSheet(sheet: RecoverySheet) {
  const { t } = useTranslation('protection');
  const [saving, setSaving] = useState<SheetSaving>({ state: 'idle' });

  const make = async (): Promise<SheetSaving> => {
    const html = sheetDocument(sheet);
    const printed = await bridge.print.pdf({ html, landscape: false, pageSize: 'A4' });
    if (!printed.ok) {
      const reason = printed.reason === 'not-self-contained' ? 'failed' : printed.reason;
      return { state: 'not-saved', reason };
    }
    const answer = await bridge.files.save({ name: t('sheet.fileName'), bytes: printed.bytes });
    if (!answer.ok) return { state: 'not-saved', reason: answer.reason };
    return answer.saved ? { state: 'saved', name: answer.name } : { state: 'idle' };
  };
  const save = async () => {
    setSaving({ state: 'saving' });
    setSaving(await make().catch(() => ({ state: 'not-saved', reason: 'failed' }) as const));
  };
  return { saving, save };
}
