import type { i18n } from 'i18next';
import type { BadgeWord } from '@shared/codecs/badges/content';
import type { Setup } from '../setup';
import type { Again, PrintItem } from './plan';
import type { PrintOrder } from './run';

/** Words that stand on badges in a language, which may be another one than the window's. */
export async function badgeWords(i18n: i18n, language: string): Promise<BadgeWord> {
  await i18n.loadLanguages(language);
  const t = i18n.getFixedT(language, ['badges', 'domain']);
  return (key) => (key === 'floating' ? t('badges:floating.word') : t(`domain:capacity.${key}`));
}

/** An order for these, with what the desk prints with. */
export async function orderOf(
  i18n: i18n,
  meeting: string,
  setup: Setup,
  items: readonly PrintItem[],
  again: Again | null,
): Promise<PrintOrder> {
  const { template, sheet, startAt, language } = setup;
  const word = await badgeWords(i18n, language);
  const t = i18n.getFixedT(i18n.language, 'badges');
  const name = template === 'nameplate' ? t('file.plates') : t('file.badges');
  const stamp = new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  return {
    ...{ meeting, template, sheet, startAt, language, word, items, again },
    fileName: (part, parts) =>
      parts === 1 ? `${name}-${stamp}` : `${name}-${stamp}-${part}-${parts}`,
  };
}
