import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInChoice } from '@shared/codecs/sign-in/sheet';
import type { InterfaceLanguage } from '@shared/i18n/languages';
import { runJob } from '../../workers/run-job';
import { savePdf, tellSaved } from '../files';
import type { MeetingPeople } from '../../db/meeting-people';

export interface SheetsChoice extends SignInChoice {
  readonly language: InterfaceLanguage;
}

/** Makes the sheets in a worker, prints them and saves the file. */
export function useSaveSheets({ meeting, programme, people, parties, nominations }: MeetingPeople) {
  const { t } = useTranslation('paper');
  const [busy, setBusy] = useState(false);

  const save = async (choice: SheetsChoice): Promise<void> => {
    if (programme === null || busy) return;
    setBusy(true);
    const named = nominations.flatMap(({ person }) => people.get(person) ?? []);
    const input = {
      ...{ ...choice, programme, meeting, nominations, people: named },
      ...{ parties: [...parties.values()], madeAt: new Date().toISOString() },
    };
    const saving = runJob('writeSignInSheets', input).then((html) =>
      savePdf(t('print.file'), html),
    );
    const saved = (name: string) => t('print.saved', { name });
    await tellSaved(saving, { saved, failed: t('print.failed') });
    setBusy(false);
  };

  return { busy, save };
}
