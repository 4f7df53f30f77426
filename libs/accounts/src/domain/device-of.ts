const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /\bEdgA?\b|\bEdgiOS\b/],
  ['Opera', /\bOPR\b/],
  ['Samsung Internet', /\bSamsungBrowser\b/],
  ['Firefox', /\b(Firefox|FxiOS)\b/],
  ['Chrome', /\b(Chrome|CriOS)\b/],
  ['Safari', /\bSafari\b/],
];

const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

const firstOf = (marks: typeof browsers, text: string): string | undefined =>
  marks.find(([, mark]) => mark.test(text))?.[0];

/** What a person recognises a device by, `Chrome · Windows`, and no more than that is kept. */
export const deviceOf = (userAgent: string): string => {
  const names = [firstOf(browsers, userAgent), firstOf(systems, userAgent)].filter(Boolean);
  return names.length > 0 ? names.join(' · ') : 'unknown';
};
