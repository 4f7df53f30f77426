import { Config, loadEnvironment } from '#platform/config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { DnsLookup } from './dns-lookup.js';

let dns: DnsServer;
let lookup: DnsLookup;

beforeAll(async () => {
  dns = await startDnsServer();
  lookup = new DnsLookup(new Config(loadEnvironment({ DNS_SERVERS: dns.address })));
});

afterAll(() => dns.stop());

describe('DnsLookup', () => {
  it('puts long texts together and gives all texts of a name', async () => {
    const long = `v=DKIM1; p=${'x'.repeat(700)}`;
    dns.txt('a.example.jp', long, 'other');
    const answer = await lookup.txt('A.example.jp');
    expect(answer).toEqual({ kind: 'found', values: [long, 'other'] });
  });

  it('gives the mail servers, and none for a null MX', async () => {
    dns.mx('a.example.jp', 'mx1.example.jp');
    dns.mx('null.example.jp', '.');
    expect([await lookup.mx('a.example.jp'), await lookup.mx('null.example.jp')]).toEqual([
      { kind: 'found', values: ['10 mx1.example.jp'] },
      { kind: 'none' },
    ]);
  });

  it('tells a name without the record from a server that fails', async () => {
    dns.mx('mx-only.example.jp', 'mx.example.jp');
    dns.fail('broken.example.jp');
    expect([
      await lookup.txt('nowhere.example.jp'),
      await lookup.txt('mx-only.example.jp'),
      await lookup.txt('broken.example.jp'),
    ]).toEqual([{ kind: 'none' }, { kind: 'none' }, { kind: 'failed' }]);
  });

  it('says so when nobody answers', async () => {
    const gone = await startDnsServer();
    await gone.stop();
    const nobody = new DnsLookup(new Config(loadEnvironment({ DNS_SERVERS: gone.address })));
    expect(await nobody.txt('a.example.jp')).toEqual({ kind: 'failed' });
  });
});
