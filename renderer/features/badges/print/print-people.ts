import type { i18n } from 'i18next';
import type { BadgeSettings } from '@shared/domain/badge/settings';
import { isInterfaceLanguage } from '@shared/i18n/languages';
import type { Store } from '../../../db/store';
import { nextStart, setupOf } from '../setup';
import { orderOf } from './order';
import { printBadges, type PrintResult } from './run';

/** Badges are what a desk prints: plates stand on the tables already. */
const badgeOf = (settings: BadgeSettings): BadgeSettings =>
  settings.template === 'nameplate' ? { ...settings, template: 'portrait' } : settings;

/**
 * Prints people's badges with what the desk prints with, at once and without a question. `reason`:
 * why, for who has one already. Resolves with the result and with where the next label lies.
 */
export async function printPeople(
  { store, i18n, settings }: { store: Store; i18n: i18n; settings: BadgeSettings },
  meeting: string,
  people: readonly string[],
  reason: string | null,
): Promise<{ readonly result: PrintResult; readonly startAt: number | null }> {
  const setup = {
    ...setupOf(badgeOf(settings)),
    language: isInterfaceLanguage(i18n.language) ? i18n.language : ('en' as const),
  };
  const items = people.map((id) => ({ kind: 'person' as const, id }));
  const again = reason === null ? null : { lost: false, reason };
  const order = await orderOf(i18n, meeting, setup, items, again);
  const never = new AbortController();
  const result = await printBadges(store, order, never.signal, () => undefined);
  const printed = 'printed' in result ? result.printed : 0;
  const keeps = printed > 0 && settings.template !== 'nameplate';
  return { result, startAt: keeps ? nextStart(setup, printed) : null };
}
