const encodedWord = /=\?[^?\s]+\?[bq]\?[^?]*\?=/gi;

/**
 * Whether a From field shows one of these domains as it is. Decoders find addresses within encoded words too, where
 * none may be, and DMARC looks at none there.
 * @param domains in lower case
 * @rfc 2047 §5
 */
export const isSpelledOut = (field: string, domains: readonly string[]): boolean => {
  const written = field.replace(encodedWord, '').toLowerCase();
  return domains.some((domain) => written.includes(`@${domain}`));
};
