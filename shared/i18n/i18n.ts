import { createInstance, type i18n } from 'i18next';
import type { InterfaceLanguage } from './languages';
import { en } from './locales/en/index';
import { ru } from './locales/ru/index';
import { wordOptions } from './word-options';

/** English is the source: its files give the keys their types. */
export type Resources = typeof en;
export type Namespace = keyof Resources;

export const NAMESPACES = Object.keys(en) as Namespace[];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Resources;
    returnNull: false;
  }
}

interface I18nOptions {
  readonly language: InterfaceLanguage;
  /** A missing key throws (development, tests); otherwise the key itself is shown. */
  readonly strict: boolean;
}

/**
 * Words in one language at once, for whoever is not a window (documents, menus, tests; see
 * window-words.ts): every text a user sees, in the interface and in documents. Each caller has its
 * own instance, so that a document in Russian can be made while the interface is English.
 */
export function createI18n({ language, strict }: I18nOptions): i18n {
  const instance = createInstance();
  void instance.init({
    ...wordOptions(instance, strict),
    lng: language,
    fallbackLng: strict ? false : 'en',
    supportedLngs: ['en', 'ru'],
    ns: NAMESPACES,
    resources: { en, ru },
    initAsync: false,
  });
  return instance;
}
