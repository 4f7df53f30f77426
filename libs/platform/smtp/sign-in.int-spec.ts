import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerAuthentication } from 'smtp-server';
import { Config, loadEnvironment } from '../config/index.js';
import { Log } from '../log/index.js';
import { MailSender, SmtpPool } from './index.js';

const user = 'news@example.jp';

let relay: SMTPServer | undefined;
let tokens: Server | undefined;

afterEach(() => {
  relay?.close();
  tokens?.close();
});

const listening = (server: Server | SMTPServer['server']): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

/** A relay that lets in whoever passes the check, and counts mails. */
const startRelay = async (
  methods: string[],
  letsIn: (auth: SMTPServerAuthentication) => boolean,
): Promise<{ port: number; mails: () => number }> => {
  let mails = 0;
  relay = new SMTPServer({
    authMethods: methods,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      if (letsIn(auth)) done(null, { user: auth.username });
      else done(null, { data: { status: '400' } });
    },
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => {
        mails++;
        done();
      });
    },
  });
  relay.on('error', () => undefined);
  return { port: await listening(relay.server), mails: () => mails };
};

/** Gives out a token for the right refresh token: a-1, a-2 and so on. */
const startTokens = async (): Promise<{ url: string; wishes: string[] }> => {
  const wishes: string[] = [];
  tokens = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      wishes.push(body);
      const answer = { access_token: `a-${wishes.length}`, expires_in: 3600, token_type: 'Bearer' };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  return { url: `http://127.0.0.1:${await listening(tokens)}/token`, wishes };
};

const configOf = (over: Record<string, string>): Config =>
  new Config(loadEnvironment({ SECRET_KEY: '11'.repeat(32), SMTP_CONNECTIONS: '1', ...over }));

const oauth = (url: string): Record<string, string> => ({
  SMTP_OAUTH_URL: url,
  SMTP_OAUTH_CLIENT_ID: 'client',
  SMTP_OAUTH_CLIENT_SECRET: 'hush',
  SMTP_OAUTH_REFRESH_TOKEN: 'refresh-me',
});

const sendOne = async (config: Config): Promise<unknown> => {
  const pool = new SmtpPool(config, new Log('silent'));
  const result = await pool.send({
    from: 'a@example.jp',
    to: 'b@example.jp',
    envelopeId: '1',
    raw: Buffer.from('Subject: x\r\n\r\nx\r\n'),
    mayLeave: () => true,
  });
  await pool.onApplicationShutdown();
  return result.kind;
};

describe('signing in at a relay', () => {
  it.each([['PLAIN'], ['LOGIN']])('with user and password by %s', async (method) => {
    const { port, mails } = await startRelay(
      [method],
      ({ username, password }) => username === user && password === 'pass:word',
    );
    const url = `smtp://${encodeURIComponent(user)}:pass%3Aword@127.0.0.1:${port}`;
    expect(await sendOne(configOf({ SMTP_URL: url }))).toBe('replied');
    expect(mails()).toBe(1);
    const wrong = `smtp://${encodeURIComponent(user)}:other@127.0.0.1:${port}`;
    expect(await sendOne(configOf({ SMTP_URL: wrong }))).toBe('no-connection');
  });

  it('with an access token, and with a new one when the relay no longer takes it', async () => {
    const { url, wishes } = await startTokens();
    const { port, mails } = await startRelay(
      ['XOAUTH2'],
      ({ username, accessToken }) => username === user && accessToken === 'a-2',
    );
    const relayUrl = `smtp://${encodeURIComponent(user)}@127.0.0.1:${port}`;
    expect(await sendOne(configOf({ SMTP_URL: relayUrl, ...oauth(url) }))).toBe('replied');
    expect(mails()).toBe(1);
    expect(Object.fromEntries(new URLSearchParams(wishes[0]))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'client',
      client_secret: 'hush',
      refresh_token: 'refresh-me',
    });
    expect(wishes.length).toBe(2);
  });

  it('with an access token for single mails too', async () => {
    const { url } = await startTokens();
    const { port, mails } = await startRelay(
      ['XOAUTH2'],
      ({ accessToken }) => accessToken === 'a-1',
    );
    const relayUrl = `smtp://${encodeURIComponent(user)}@127.0.0.1:${port}`;
    const sender = new MailSender(configOf({ SMTP_URL: relayUrl, ...oauth(url) }));
    await sender.send({
      returnPath: '',
      from: { address: 'a@example.jp' },
      to: { address: 'b@example.jp' },
      subject: 'x',
      text: 'x',
      messageId: '<x@example.jp>',
      date: new Date('2026-04-01T00:00:00Z'),
    });
    sender.onApplicationShutdown();
    expect(mails()).toBe(1);
  });
});
