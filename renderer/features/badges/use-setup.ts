import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BadgeSettings } from '@shared/domain/badge/settings';
import { isInterfaceLanguage, type InterfaceLanguage } from '@shared/i18n/languages';
import { useSettings } from '../settings';
import { setupOf, type Setup } from './setup';

export interface ChangeSetup {
  readonly change: (patch: Partial<BadgeSettings>) => void;
  readonly setLanguage: (language: InterfaceLanguage) => void;
}

/** What this desk prints with, kept on this machine; the language is that of the window at first. */
export function useSetup(): Setup & ChangeSetup {
  const { settings, change } = useSettings();
  const { i18n } = useTranslation();
  const [chosen, setLanguage] = useState<InterfaceLanguage | null>(null);
  const own = isInterfaceLanguage(i18n.language) ? i18n.language : 'en';
  const { badges } = settings;
  return useMemo(
    () => ({
      ...setupOf(badges),
      language: chosen ?? own,
      change: (patch) => {
        const next = { ...badges, ...patch };
        const { sheet, startAt } = setupOf(next);
        const begun = patch.startAt !== undefined ? startAt : 0;
        void change({ badges: { ...next, sheet: sheet.id, startAt: begun } });
      },
      setLanguage,
    }),
    [badges, change, chosen, own],
  );
}
