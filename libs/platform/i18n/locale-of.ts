import type { Locale } from '#lib/kernel';

/**
 * The language to answer in: an explicit choice (`?lang=en`) first, then the browser's wish, Japanese otherwise.
 * @rfc 9110 §12.5.4, with weights; only the two languages we speak count
 */
export const localeOf = (chosen: unknown, acceptLanguage: string | undefined): Locale => {
  if (chosen === 'ja' || chosen === 'en') return chosen;
  const wishes = (acceptLanguage ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1);
    const locale = /^ja\b/.test(tag) ? 'ja' : /^en\b/.test(tag) ? 'en' : undefined;
    return locale && quality > 0 ? [{ locale, quality } as const] : [];
  });
  return wishes.sort((a, b) => b.quality - a.quality)[0]?.locale ?? 'ja';
};
