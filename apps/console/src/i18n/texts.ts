import i18next from 'i18next';
import type { BackendModule, ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chosenLanguage, rememberLanguage } from './language.js';
import type { Language } from './language.js';
import ownEn from './texts.en.json';
import ownJa from './texts.ja.json';

type Loader = () => Promise<{ default: ResourceKey }>;

const files = {
  ...import.meta.glob<{ default: ResourceKey }>('../ui/*/texts.*.json'),
  ...import.meta.glob<{ default: ResourceKey }>('../features/*/texts.*.json'),
};

/**
 * Every feature folder is a namespace with a file a language, and so is a folder of `ui` that has texts of its own; a
 * file is fetched when a page first needs it. Those of the frame itself come with it: nothing can be shown without.
 */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const name = `texts.${language}.json`;
    const load: Loader | undefined =
      files[`../features/${namespace}/${name}`] ?? files[`../ui/${namespace}/${name}`];
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

const start = async (): Promise<void> => {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      resources: { ja: { ui: ownJa }, en: { ui: ownEn } },
      partialBundledLanguages: true,
      supportedLngs: ['ja', 'en'],
      fallbackLng: false,
      ns: ['ui'],
      defaultNS: 'ui',
      fallbackNS: 'ui',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
};

/** Once they are there, all texts of the frame can be shown. */
export const textsOfFrame = start();

/** Fetches what a feature's pages say, so that none of them waits for its texts once it is there. */
export const fetchTexts = async (namespace: string): Promise<void> => {
  await textsOfFrame;
  await i18next.loadNamespaces(namespace);
};

export const changeLanguage = async (language: Language): Promise<void> => {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
};
