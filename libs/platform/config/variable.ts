import { isIP } from 'node:net';
import { readRelayList } from './relay-list.js';

/** One environment variable: how its text becomes a value, or which sentence says what is wrong with it. */
export interface Variable<T> {
  readonly fallback: T | undefined;
  readonly parse: (text: string) => T;
  readonly wants: string;
}

const variable =
  <T>(wants: string, parse: (text: string) => T | undefined) =>
  (fallback?: T): Variable<T> => ({
    fallback,
    wants,
    parse: (text) => {
      const value = parse(text);
      if (value === undefined) throw new RangeError(wants);
      return value;
    },
  });

const wholeNumber = (text: string, min: number, max: number): number | undefined => {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
};

const url = (text: string, protocols: readonly string[]): string | undefined =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined;

/** A TCP port; 0 asks the system for a free one. */
export const port = variable('a port number from 0 to 65535', (t) => wholeNumber(t, 0, 65_535));

export const whole = (min: number, max: number): ((fallback?: number) => Variable<number>) =>
  variable(`a whole number from ${min} to ${max}`, (t) => wholeNumber(t, min, max));

export const text = variable('some text', (t) => t);

export const flag = variable('true or false', (t) =>
  t === 'true' ? true : t === 'false' ? false : undefined,
);

export const oneOf = <T extends string>(...values: T[]): ((fallback?: T) => Variable<T>) =>
  variable(`one of ${values.join(', ')}`, (t) => values.find((v) => v === t));

export const urlOf = (...schemes: string[]): ((fallback?: string) => Variable<string>) =>
  variable(`a URL that begins with ${schemes.map((s) => `${s}://`).join(' or ')}`, (t) =>
    url(
      t,
      schemes.map((s) => `${s}:`),
    ),
  );

/** The text of a list that `readRelayList` can read. */
export const relays = variable(
  'a list of addresses such as smtp://relay.example.jp:25?weight=2&rate=100',
  (t) => (readRelayList(t).length > 0 ? t : undefined),
);

export const domainName = variable('a domain name such as mail.example.jp', (t) =>
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(t) ? t : undefined,
);

/** Comma-separated; IPv6 with a port in brackets. */
export const addresses = variable(
  'a list of IP addresses such as 192.0.2.53, [2001:db8::53]:53',
  (t) => {
    const list = t.split(/[\s,]+/).filter(Boolean);
    const isAddress = (one: string): boolean => {
      const [, host = '', port = '53'] = /^\[(.+)\]:(\d+)$/.exec(one) ??
        /^([\d.]+):(\d+)$/.exec(one) ?? ['', one];
      return isIP(host) > 0 && wholeNumber(port, 1, 65_535) !== undefined;
    };
    return list.every(isAddress) ? list : undefined;
  },
);

/** At least 32 bytes of secret, written in hexadecimal or base64url. */
export const secret = variable('at least 32 random bytes in hexadecimal or base64url', (t) => {
  const bytes = /^([0-9a-f]{2})+$/i.test(t) ? Buffer.from(t, 'hex') : Buffer.from(t, 'base64url');
  return bytes.length >= 32 ? bytes : undefined;
});
