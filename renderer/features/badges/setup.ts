import { labelsOf, sheetFor, type Sheet } from '@shared/codecs/badges/sheets';
import type { BadgeSettings, BadgeTemplate } from '@shared/domain/badge/settings';
import type { InterfaceLanguage } from '@shared/i18n/languages';

/** What this desk prints with. */
export interface Setup {
  readonly template: BadgeTemplate;
  readonly sheet: Sheet;
  /** Place of the first label on a begun sheet, from 0. */
  readonly startAt: number;
  readonly language: InterfaceLanguage;
}

/** The settings with a sheet that the template can lie on, and a place that the sheet has. */
export function setupOf({ template, sheet: id, startAt }: BadgeSettings): Omit<Setup, 'language'> {
  const sheet = sheetFor(template, id);
  return { template, sheet, startAt: Math.min(startAt, labelsOf(sheet) - 1) };
}

/** Where the next badge comes to lie on a sheet of labels; a new sheet everywhere else. */
export function nextStart(
  { sheet, startAt }: Pick<Setup, 'sheet' | 'startAt'>,
  printed: number,
): number {
  return sheet.kind === 'labels' ? (startAt + printed) % labelsOf(sheet) : 0;
}
