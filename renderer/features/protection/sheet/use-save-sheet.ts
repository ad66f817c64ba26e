import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savePdf, type PdfSaved } from '@renderer/features/files';
import { sheetDocument, type RecoverySheet } from './recovery-sheet';

type NotSaved = Exclude<Extract<PdfSaved, { state: 'not-saved' }>['why'], 'cancelled'>;

export type SheetSaving =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'not-saved'; readonly why: NotSaved };

/** Saves the recovery sheet as a PDF where somebody wants it. */
export function useSaveSheet(sheet: RecoverySheet) {
  const { t } = useTranslation('protection');
  const [saving, setSaving] = useState<SheetSaving>({ state: 'idle' });

  const make = async (): Promise<SheetSaving> => {
    const result = await savePdf(t('sheet.fileName'), sheetDocument(sheet));
    if (result.state === 'saved') return result;
    const { why } = result;
    return why === 'cancelled' ? { state: 'idle' } : { state: 'not-saved', why };
  };
  const save = async () => {
    setSaving({ state: 'saving' });
    setSaving(await make().catch(() => ({ state: 'not-saved', why: 'failed' }) as const));
  };
  return { saving, save };
}
