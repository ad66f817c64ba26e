import { useTranslation } from 'react-i18next';
import { bridge } from '../../../bridge/client';
import { toast } from '../../../ui/toasts';
import { saveFile, tellSaved } from '../../files';

/** Files that papers come as; others are refused before they are read. */
export const PAPER_FILES = [
  'pdf',
  'doc',
  'docx',
  'odt',
  'rtf',
  'txt',
  'eml',
  'msg',
  'png',
  'jpg',
  'jpeg',
  'tif',
  'tiff',
] as const;

export interface Attached {
  readonly hash: string;
  readonly name: string;
}

/** Keeps a paper with the register, and hands it back as a file. */
export function useAttachment() {
  const { t } = useTranslation('nominations');

  const keep = async (name: string, bytes: Uint8Array): Promise<Attached | null> => {
    try {
      const { hash } = await bridge.blobs.put({ bytes: new Uint8Array(bytes) });
      return { hash, name: name.slice(-300) };
    } catch {
      toast(t('attachment.notKept', { name }), { tone: 'bad' });
      return null;
    }
  };

  const open = async ({ hash, name }: Attached): Promise<void> => {
    const failed = t('attachment.notSaved', { name });
    try {
      const kept = await bridge.blobs.get({ hash });
      if (!kept.ok) {
        toast(t('attachment.missing'), { tone: 'bad' });
        return;
      }
      const saved = (as: string) => t('attachment.saved', { name: as });
      await tellSaved(saveFile(name, kept.bytes), { saved, failed });
    } catch {
      toast(failed, { tone: 'bad' });
    }
  };

  return { keep, open };
}
