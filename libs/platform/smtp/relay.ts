import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { AuthenticationType, OAuth2, Options } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { readRelayList } from '../config/index.js';
import type { Config, ListedRelay } from '../config/index.js';

const minuteMs = 60_000;

/** A server that takes our mail and carries it on. */
export interface Relay {
  /** `host:port` */
  readonly name: string;
  readonly options: Options;
  /** Whether mails may go in one piece. */
  readonly chunking: boolean;
  /** How a connection of ours signs in; absent where the relay lets us in without. */
  readonly login: AuthenticationType | undefined;
  /** The same for a transport of the library. */
  readonly auth: Auth | undefined;
}

type Auth =
  { readonly user: string; readonly pass: string } | (OAuth2 & { readonly type: 'OAuth2' });

/** All relays of SMTP_URL, in the order in which they are listed. */
export const relaysOf = (config: Config): Relay[] =>
  readRelayList(config.get('SMTP_URL')).map((listed) => relayOf(listed, config));

/**
 * The relay at `smtp://user:password@host:port?requireTLS=true`; `smtps://` speaks TLS from the first byte. A user
 * without a password signs in with an access token (XOAUTH2) where SMTP_OAUTH_URL says who gives it out.
 */
const relayOf = ({ url, name, chunking }: ListedRelay, config: Config): Relay => {
  const { auth, ...connection } = parseConnectionUrl(url);
  const { user, pass } = auth ?? {};
  const signIn = typeof user === 'string' ? authOf(user, pass, config) : undefined;
  return {
    name,
    chunking,
    options: {
      ...(connection as Options),
      name: config.get('MAIL_DOMAIN'),
      // @rfc 5321 §4.5.3.2: five minutes for the greeting, ten for the answer to the final dot
      connectionTimeout: 5 * minuteMs,
      greetingTimeout: 5 * minuteMs,
      socketTimeout: 10 * minuteMs,
    },
    auth: signIn,
    // One token for all connections, renewed when it has expired or the relay says so.
    login:
      signIn && ('type' in signIn ? { user: signIn.user, oauth2: new XOAuth2(signIn) } : signIn),
  };
};

const authOf = (user: string, pass: unknown, config: Config): Auth | undefined => {
  if (typeof pass === 'string' && pass !== '') return { user, pass };
  const accessUrl = config.get('SMTP_OAUTH_URL');
  if (accessUrl === '') return undefined;
  return {
    type: 'OAuth2',
    user,
    accessUrl,
    clientId: config.get('SMTP_OAUTH_CLIENT_ID'),
    clientSecret: config.get('SMTP_OAUTH_CLIENT_SECRET'),
    refreshToken: config.get('SMTP_OAUTH_REFRESH_TOKEN'),
  };
};
