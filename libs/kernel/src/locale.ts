/** The languages people are spoken to in. Japanese is the first, English is complete. */
export type Locale = 'ja' | 'en';

/** One text for people, in every language. */
export type Texts = Readonly<Record<Locale, string>>;
