import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { ListedRelay } from '../config/index.js';
import type { Options } from 'nodemailer/lib/smtp-connection';

const minuteMs = 60_000;

/** A server that takes our mail and carries it on. */
export interface Relay {
  /** `host:port` */
  readonly name: string;
  readonly options: Options;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * The relay at `smtp://user:password@host:port?requireTLS=true`; `smtps://` speaks TLS from the first byte.
 * @param ownName what we call ourselves in EHLO
 */
export const relayOf = ({ url, name }: ListedRelay, ownName: string): Relay => {
  const { auth, ...connection } = parseConnectionUrl(url);
  const { user, pass } = auth ?? {};
  return {
    name,
    options: {
      ...(connection as Options),
      name: ownName,
      // @rfc 5321 §4.5.3.2: five minutes for the greeting, ten for the answer to the final dot
      connectionTimeout: 5 * minuteMs,
      greetingTimeout: 5 * minuteMs,
      socketTimeout: 10 * minuteMs,
    },
    auth: typeof user === 'string' && typeof pass === 'string' ? { user, pass } : undefined,
  };
};
