import { useTranslation } from 'react-i18next';

export type Language = 'ja' | 'en';

const key = 'hikyaku.language';

const asLanguage = (text: string | null | undefined): Language | undefined =>
  text === 'ja' || text === 'en' ? text : undefined;

/** `?lang=` of the address, then what was chosen here before, then the browser's own; Japanese first. */
export const chosenLanguage = (): Language =>
  asLanguage(new URLSearchParams(window.location.search).get('lang')) ??
  asLanguage(localStorage.getItem(key)) ??
  asLanguage(
    navigator.languages.map((name) => name.slice(0, 2)).find((name) => asLanguage(name)),
  ) ??
  'ja';

export const rememberLanguage = (language: Language): void => {
  localStorage.setItem(key, language);
};

export const useLanguage = (): Language => asLanguage(useTranslation().i18n.language) ?? 'ja';

/** Picks from texts that carry both languages, as those of the API do. */
export const useTextIn = (): ((texts: { readonly ja: string; readonly en: string }) => string) => {
  const language = useLanguage();
  return (texts) => texts[language];
};
