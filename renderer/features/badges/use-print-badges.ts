import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '@renderer/features/operators';
import { useStore } from '../../db/hooks';
import { useSettings } from '../settings';
import type { PrintStop } from './print/run';

export type BadgesPrinted =
  | { readonly ok: true; readonly printed: number; readonly files: readonly string[] }
  /** These have a printed badge: call again with a reason. */
  | { readonly ok: false; readonly reason: 'reason-missing'; readonly people: readonly string[] }
  /**
   * `not-recorded`: `file` was saved, but its codes are not known: nobody may use it. `nothing`:
   * nobody of these can have a badge here.
   */
  | {
      readonly ok: false;
      readonly reason: 'nothing' | PrintStop;
      readonly file: string | null;
    };

/**
 * Prints people's badges from anywhere, with what this desk prints with (set on the badges page). Who
 * has none is issued one; who has one keeps the code. `reason`: why once more.
 */
export function usePrintBadges(
  meeting: string,
): (people: readonly string[], reason?: string) => Promise<BadgesPrinted> {
  const { i18n } = useTranslation();
  const store = useStore();
  const { settings, change } = useSettings();
  const { badges } = settings;
  const { may } = usePermission();
  return useCallback(
    async (people, reason) => {
      if (!may('badge.printed')) return { ok: false, reason: 'not-permitted', file: null };
      // Templates and fonts are fetched when somebody prints, not with the desk.
      const { printPeople } = await import('./print/print-people');
      const tools = { store, i18n, settings: badges };
      const { result, startAt } = await printPeople(tools, meeting, people, reason ?? null);
      if (startAt !== null) void change({ badges: { ...badges, startAt } });
      if (result.ok) return { ok: true, printed: result.printed, files: result.files };
      switch (result.reason) {
        case 'reason-missing':
          return { ok: false, reason: result.reason, people: result.items.map(({ id }) => id) };
        case 'nothing':
          return { ok: false, reason: 'nothing', file: null };
        default:
          return { ok: false, reason: result.reason, file: result.file };
      }
    },
    [store, i18n, badges, change, meeting, may],
  );
}
