/** What the DNS said to one question. */
export type DnsAnswer<T> =
  | { readonly kind: 'found'; readonly values: readonly T[] }
  /** The name has no such record, or does not exist. */
  | { readonly kind: 'none' }
  /** Nobody answered in time, or the servers of the domain are broken: asking again later may help. */
  | { readonly kind: 'failed' };

/** Looks up the TXT records of a name, each with its pieces joined. */
export type FindTxt = (name: string) => Promise<DnsAnswer<string>>;
