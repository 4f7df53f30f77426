import { createHash } from 'node:crypto';
import { domainToUnicode } from 'node:url';

export interface Needle {
  /** Whose it is. */
  readonly address: string;
  readonly form: string;
}

const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** As people and programs write one address: its domain for people or for machines, its local part with or without quotation marks. */
const spellings = (address: string): string[] => {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at).replaceAll('"', ''), address.slice(at + 1)];
  const wire = new URL(`http://${domain}`).hostname;
  const written = [domain, wire, domainToUnicode(wire)].flatMap((each) => [
    `${local}@${each}`,
    `"${local}"@${each}`,
  ]);
  return [...new Set(written.flatMap((each) => [each, each.toLowerCase()]))];
};

/** Shorter ones are words that stand anywhere. */
const tellingLength = 8;

/** Texts by which somebody is given away, in lower case: the whole address, and its local part alone when it is one of a kind. */
export const plainNeedles = (address: string): [string, Needle][] => {
  const local = address.slice(0, address.lastIndexOf('@')).replaceAll('"', '').toLowerCase();
  const whole = spellings(address).map((each): [string, Needle] => [
    each.normalize('NFKC').toLowerCase(),
    { address, form: 'plain' },
  ]);
  return local.length < tellingLength
    ? whole
    : [...whole, [local, { address, form: 'local part' }]];
};

/** Hashes by which anybody could look an address up, as the first characters of what they look like. */
export const hashNeedles = (address: string): [string, Needle][] =>
  spellings(address).flatMap((spelling) =>
    algorithms.flatMap((algorithm): [string, Needle][] => {
      const hash = createHash(algorithm).update(spelling).digest();
      const needle = { address, form: algorithm };
      return [
        [prefixOf(hash.toString('hex')), needle],
        [prefixOf(hash.toString('base64')), needle],
      ];
    }),
  );

/** So many characters of a hash are not met by chance. */
export const prefixLength = 16;

/** Both alphabets of base64 in one. */
export const prefixOf = (text: string): string =>
  text.slice(0, prefixLength).replaceAll('-', '+').replaceAll('_', '/');
