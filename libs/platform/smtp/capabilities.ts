/** What a relay said it can do, as far as it makes a difference to us. */
export interface Capabilities {
  /** @rfc 2920 */
  readonly pipelining: boolean;
  /** A mail may go in one piece, commands and text together. @rfc 3030 */
  readonly chunking: boolean;
  /** @rfc 3461 */
  readonly dsn: boolean;
  /** @rfc 1870 */
  readonly size: boolean;
  /** The largest mail it takes, in bytes; infinite when it does not say. */
  readonly largest: number;
}

/** @param lines the relay's answer to EHLO without codes and greeting */
export const capabilitiesOf = (lines: readonly string[]): Capabilities => {
  const words = new Map(
    lines.map((line) => {
      const [keyword = '', ...parameters] = line.toUpperCase().split(/\s+/);
      return [keyword, parameters] as const;
    }),
  );
  return {
    pipelining: words.has('PIPELINING'),
    chunking: words.has('CHUNKING') && words.has('PIPELINING'),
    dsn: words.has('DSN'),
    size: words.has('SIZE'),
    largest: Number(words.get('SIZE')?.[0]) || Infinity,
  };
};
