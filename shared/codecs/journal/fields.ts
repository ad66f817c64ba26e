import { UN_LANGUAGES } from '../../domain/language';
import { en } from '../../i18n/locales/en/index';
import type { Change, Stood } from './changes';
import { valueText } from './values';
import type { JournalStyle } from './words';

const FIELDS = en.journal.field;
type Fields = typeof FIELDS;
type FieldKey = { [T in keyof Fields]: `field.${T}.${keyof Fields[T] & string}` }[keyof Fields];

/** What a field is called; one of a later version by its own name. */
export function fieldName(change: Change, { t }: JournalStyle): string {
  const { table, field } = change;
  if (field === null) return t('personalValues');
  if (field === 'removed') return t('fieldRemoved');
  const language = UN_LANGUAGES.find((one) => field === `text.${one}`);
  if (language !== undefined) return t('textIn', { language: t(`domain:language.${language}`) });
  if (table === null || !Object.hasOwn(FIELDS[table], field)) return field;
  return t(`field.${table}.${field}` as FieldKey);
}

/** A value as it stood, in words. */
export function stoodText(
  { table, field }: Change,
  stood: Stood,
  style: JournalStyle,
  meeting: string | null,
): string {
  return stood === 'forgotten' || field === null
    ? style.t('forgotten')
    : valueText(table, field, stood.value, style, meeting);
}

/** What was before, in words; concurrent values one after the other. */
export function beforeText(change: Change, style: JournalStyle, meeting: string | null): string {
  const texts = change.before.map((stood) => stoodText(change, stood, style, meeting));
  return texts.length === 0
    ? style.t('value.none')
    : texts.join(` ${style.t('detail.concurrent')} `);
}
