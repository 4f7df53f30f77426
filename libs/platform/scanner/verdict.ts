/** Why content was not looked at. `too-large` is for good; the others may pass. */
export type Unscanned = 'too-large' | 'timeout' | 'unreachable' | 'refused';

/** What a scanner of viruses says about some content. */
export type Verdict =
  | { readonly kind: 'clean' }
  /** @param name of the virus, as the scanner calls it */
  | { readonly kind: 'infected'; readonly name: string }
  | { readonly kind: 'unscanned'; readonly why: Unscanned }
  /** There is no scanner in this installation. */
  | { readonly kind: 'no-scanner' };

/** Reads clamd's answer to INSTREAM: `stream: OK`, `stream: Eicar-Test-Signature FOUND`, `… ERROR`. */
export const readAnswer = (answer: string): Verdict => {
  const line = answer.replace(/\0.*$/s, '').trim();
  if (line === 'stream: OK') return { kind: 'clean' };
  const name = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (name) return { kind: 'infected', name: name.slice(0, 200) };
  return { kind: 'unscanned', why: /size limit/i.test(line) ? 'too-large' : 'refused' };
};
