import { profileOf } from '@shared/codecs/nominations/profile';
import { useSettings } from '@renderer/features/settings';
import type { ListPart } from './import-step';

/** How sources were understood before: kept among the settings of this desk. */
export function useProfiles() {
  const { settings, change } = useSettings();
  const all = settings.importProfiles;
  return {
    all,
    /** Whether it could be kept: the settings have room for some sixty sources. */
    keep: async (name: string, { sheet, guess, columns }: ListPart): Promise<boolean> => {
      const made = profileOf(name, sheet, { headerRow: guess.headerRow, columns });
      return made !== null && change({ importProfiles: { ...all, [made.key]: made.profile } });
    },
    forget: (key: string): Promise<boolean> =>
      change({
        importProfiles: Object.fromEntries(Object.entries(all).filter(([own]) => own !== key)),
      }),
  };
}

export type Profiles = ReturnType<typeof useProfiles>;
