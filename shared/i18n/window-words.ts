import { createInstance, type BackendModule, type i18n } from 'i18next';
import type { InterfaceLanguage } from './languages';
import { wordOptions } from './word-options';

/** One language's words by namespace; a window loads the one that it shows, and no other. */
const BUNDLES: Readonly<Record<InterfaceLanguage, () => Promise<Record<string, object>>>> = {
  en: async () => (await import('./locales/en/index')).en,
  ru: async () => (await import('./locales/ru/index')).ru,
};

const onDemand: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, callback) {
    BUNDLES[language as InterfaceLanguage]().then(
      (words) => callback(null, words[namespace] ?? null),
      (error: unknown) => callback(error instanceof Error ? error : String(error), null),
    );
  },
};

/**
 * Words for a window: those of its language now, those of another when it is changed. Each language
 * is complete (a test holds it), so none falls back on another.
 */
export async function createWindowWords(
  language: InterfaceLanguage,
  { strict }: { readonly strict: boolean },
): Promise<i18n> {
  const words = await BUNDLES[language]();
  const instance = createInstance();
  await instance.use(onDemand).init({
    ...wordOptions(instance, strict),
    lng: language,
    fallbackLng: false,
    supportedLngs: Object.keys(BUNDLES),
    ns: Object.keys(words),
    resources: { [language]: words },
    partialBundledLanguages: true,
  });
  return instance;
}
