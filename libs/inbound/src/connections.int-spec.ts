import { connect } from 'node:net';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterEach, describe, expect, it } from '@jest/globals';
import { InboundServer } from './index.js';
import { inboundParts } from './testing.js';
import { Talk } from './testing/talk.js';

let app: TestApp;
let port: number;
let talks: Talk[] = [];

const receive = async (env: Readonly<Record<string, string>>): Promise<void> => {
  app = await startApp({
    ...inboundParts,
    env: { INBOUND_PORT: '0', MAIL_DOMAIN: 'mail.hikyaku.test', ...env },
  });
  port = await app.get(InboundServer).start();
};

afterEach(async () => {
  for (const { socket } of talks) socket.destroy();
  talks = [];
  await app.get(InboundServer).stop();
  await app.stop();
});

/** The first digit of the greeting to a host of loopback: 2, or 4 when it is sent away. */
const greet = async (localAddress: string): Promise<string> => {
  const talk = new Talk(connect({ port, host: '127.0.0.1', localAddress }));
  talks.push(talk);
  return (await talk.hear()).slice(0, 3);
};

const greetAll = async (hosts: readonly string[]): Promise<string[]> => {
  const greetings: string[] = [];
  for (const host of hosts) greetings.push(await greet(host));
  return greetings;
};

const shares = { INBOUND_CLIENT_CONNECTIONS: '2', INBOUND_NETWORK_CONNECTIONS: '3' };

describe('connections at once', () => {
  it('are limited by host, and by network however many its hosts are', async () => {
    await receive(shares);
    const hosts = ['127.0.0.2', '127.0.0.2', '127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.1.2'];
    expect(await greetAll(hosts)).toEqual(['220', '220', '421', '220', '421', '220']);
  });

  it('are free again when one of the network has left', async () => {
    await receive(shares);
    expect(await greetAll(['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'])).toEqual([
      ...['220', '220', '220', '421'],
    ]);
    expect(await talks[0]?.ask('QUIT')).toMatch(/^221 /);
    await talks[0]?.end;
    expect(await greetAll(['127.0.0.5', '127.0.0.6'])).toEqual(['220', '421']);
  });

  it('of one host are never fewer than it may have, whatever its network may', async () => {
    await receive({ INBOUND_CLIENT_CONNECTIONS: '3', INBOUND_NETWORK_CONNECTIONS: '1' });
    expect(await greetAll(Array<string>(4).fill('127.0.0.2'))).toEqual([
      ...['220', '220', '220', '421'],
    ]);
  });

  it.each([
    ['by LMTP', { INBOUND_PROTOCOL: 'lmtp' }],
    ['of a relay of our own', { INBOUND_TRUSTED: '127.0.0.2' }],
  ])('%s are not counted', async (_, env) => {
    await receive({ ...shares, ...env });
    expect(await greetAll(Array<string>(5).fill('127.0.0.2'))).toEqual(Array(5).fill('220'));
  });
});
