import { useTranslation } from 'react-i18next';
import { isInterfaceLanguage } from '@shared/i18n/languages';
import { bridge } from '../../bridge/client';
import { useSettings } from '../settings';
import { localDay } from '../../ui/today';
import { toast } from '../../ui/toasts';
import { certificate } from './certificate';

type Stated = Omit<Parameters<typeof certificate>[0], 'language' | 'timeZone' | 'desk'> & {
  /** The desk at which it was done; null: this one. */
  readonly desk: string | null;
};

/** Prints a certificate to a file and hands it to the shell to be saved. */
export function useSaveCertificate(): (stated: Stated) => Promise<void> {
  const { t, i18n } = useTranslation('personal');
  const { settings } = useSettings();
  return async ({ desk, ...stated }) => {
    const language = isInterfaceLanguage(i18n.language) ? i18n.language : 'en';
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const html = certificate({ ...stated, language, timeZone, desk: desk ?? settings.deskName }, t);
    const saved = await save(html, `${t('certificate.file')}-${localDay(new Date(stated.at))}.pdf`);
    if (saved === null) toast(t('certificate.notPrinted'), { tone: 'bad' });
    else if (saved !== '') toast(t('certificate.saved', { name: saved }));
  };
}

/** The name under which it was saved, empty when somebody thought better of it; null: it failed. */
async function save(html: string, name: string): Promise<string | null> {
  try {
    const printed = await bridge.print.pdf({ html, landscape: false, pageSize: 'A4' });
    if (!printed.ok) return null;
    const answer = await bridge.files.save({ name, bytes: printed.bytes });
    if (!answer.ok) return null;
    return answer.saved ? answer.name : '';
  } catch {
    return null;
  }
}
