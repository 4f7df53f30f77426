import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { Options } from 'nodemailer/lib/smtp-connection';

const minuteMs = 60_000;

/** A server that takes our mail and carries it on. */
export interface Relay {
  readonly options: Options;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

/** @param url `smtp://user:password@host:port?requireTLS=true`; `smtps://` speaks TLS from the first byte */
export const relayOf = (url: string, name: string): Relay => {
  const { auth, ...connection } = parseConnectionUrl(url);
  const { user, pass } = auth ?? {};
  return {
    options: {
      ...(connection as Options),
      name,
      // @rfc 5321 §4.5.3.2: five minutes for the greeting, ten for the answer to the final dot
      connectionTimeout: 5 * minuteMs,
      greetingTimeout: 5 * minuteMs,
      socketTimeout: 10 * minuteMs,
    },
    auth: typeof user === 'string' && typeof pass === 'string' ? { user, pass } : undefined,
  };
};
