import { Resolver } from 'node:dns/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Config, loadEnvironment } from '#platform/config';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostMessage } from './post-message.js';

/** Global by its form, and given to nobody since 2006: what is sent there goes nowhere. @rfc 3701 */
const farAway = '3ffe::1';
const loopback = '127.0.0.1';
const name = 'hook.tenant.example';

let dns: DnsServer;
let receiver: Server;
let port: number;
let taken = 0;

beforeAll(async () => {
  dns = await startDnsServer();
  receiver = createServer((_, response) => {
    taken += 1;
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, loopback, resolve));
  ({ port } = receiver.address() as AddressInfo);
});

afterAll(async () => {
  receiver.close();
  await dns.stop();
});

beforeEach(() => {
  taken = 0;
  dns.asked.length = 0;
});

/** Asks the name server of this test alone, both families, and keeps nothing. */
const names = {
  addresses: async (hostname: string) => {
    const resolver = new Resolver();
    resolver.setServers([dns.address]);
    const [v4, v6] = await Promise.all([
      resolver.resolve4(hostname).catch(() => []),
      resolver.resolve6(hostname).catch(() => []),
    ]);
    return [
      ...v4.map((address) => ({ address, family: 4 })),
      ...v6.map((address) => ({ address, family: 6 })),
    ];
  },
};

const post = (WEBHOOKS_TO_PRIVATE_NETWORKS: 'true' | 'false') =>
  new PostMessage(new Config(loadEnvironment({ WEBHOOKS_TO_PRIVATE_NETWORKS })), names).execute(
    `http://${name}:${port}/`,
    {},
    '{}',
  );

describe('a name that leads elsewhere when it is asked again', () => {
  it('is called at the address that was checked: it was asked once', async () => {
    dns.addresses(name, [farAway], [loopback]);
    const answer = await post('false');
    expect([taken, dns.asked]).toEqual([0, [name, name]]); // once for each family
    expect(answer).toEqual({ problem: expect.stringMatching(/^(?:no-answer|timeout)$/) });
  });

  it('is not called any more once it leads within', async () => {
    dns.addresses(name, [farAway], [loopback]);
    await names.addresses(name);
    expect([await post('false'), taken]).toEqual([{ problem: 'address-not-public' }, 0]);
  });

  it.each([
    ['behind a public address', [[farAway, loopback]]],
    ['before a public address', [[loopback, farAway]]],
    ['by IPv6', [['::1']]],
    ['by IPv4 within IPv6', [['::ffff:7f00:1']]],
    ['nowhere', [[]]],
  ])('is not called when it leads within %s', async (_, turns) => {
    dns.addresses(name, ...turns);
    expect([await post('false'), taken]).toEqual([{ problem: 'address-not-public' }, 0]);
  });

  it('is called within where the installation allows it', async () => {
    dns.addresses(name, [loopback]);
    expect([await post('true'), taken]).toEqual([{ status: 204 }, 1]);
  });
});
