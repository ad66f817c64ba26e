import { useTranslation } from 'react-i18next';
import { isInterfaceLanguage } from '@shared/i18n/languages';
import { localDay } from '../../ui/today';
import { savePdf, tellSaved } from '../files';
import { useSettings } from '../settings';
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
    const name = `${t('certificate.file')}-${localDay(new Date(stated.at))}.pdf`;
    const saved = (as: string) => t('certificate.saved', { name: as });
    await tellSaved(savePdf(name, html), { saved, failed: t('certificate.notPrinted') });
  };
}
