import i18next from 'i18next';
import type { BackendModule, ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chosenLanguage, rememberLanguage } from './language.js';
import type { Language } from './language.js';

type Loader = () => Promise<{ default: ResourceKey }>;

const files = {
  ...import.meta.glob<{ default: ResourceKey }>('./texts.*.json'),
  ...import.meta.glob<{ default: ResourceKey }>('../ui/*/texts.*.json'),
  ...import.meta.glob<{ default: ResourceKey }>('../features/*/texts.*.json'),
};

/**
 * Every feature folder is a namespace with a file a language, and so is a folder of `ui` that has texts of its own; a
 * file is fetched when a page first needs it.
 */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const name = `texts.${language}.json`;
    const load: Loader | undefined =
      namespace === 'ui'
        ? files[`./${name}`]
        : (files[`../features/${namespace}/${name}`] ?? files[`../ui/${namespace}/${name}`]);
    if (!load) {
      done(new Error(`No texts of ${namespace} in ${language}`), null);
      return;
    }
    load().then(
      ({ default: texts }) => {
        done(null, texts);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), null);
      },
    );
  },
};

export const startTexts = async (): Promise<void> => {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: ['ja', 'en'],
      fallbackLng: false,
      ns: ['ui'],
      defaultNS: 'ui',
      fallbackNS: 'ui',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
};

export const changeLanguage = async (language: Language): Promise<void> => {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
};
