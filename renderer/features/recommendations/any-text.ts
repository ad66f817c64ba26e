import { UN_LANGUAGES, type UnLanguage } from '@shared/domain/language';
import { textIn, type Recommendation } from '@shared/domain/recommendation/types';

/** The text in the interface's language, else in any that there is. */
export function anyText(one: Recommendation, language: string): string {
  const own = UN_LANGUAGES.find((code) => code === language);
  const order: UnLanguage[] = [...(own === undefined ? [] : [own]), 'en', ...UN_LANGUAGES];
  return order.map((code) => textIn(one, code)).find((text) => text !== '') ?? '';
}
