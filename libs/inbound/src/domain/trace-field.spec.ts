import { expect, it } from '@jest/globals';
import { traceField } from './trace-field.js';

const id = '0190c0de-0000-7000-8000-000000000001';
const arrivedAt = new Date('2026-05-31T14:59:59.999Z');

it.each([
  ['a host', { ip: '192.0.2.1', helo: 'mx.example.jp' }, 'from mx.example.jp ([192.0.2.1])\r\n\t'],
  [
    'one of IPv6 with a name that is none',
    { ip: '2001:db8::1', helo: 'a)\r\nb <x>' },
    'from a???b??x? ([IPv6:2001:db8::1])\r\n\t',
  ],
  ['a relay of our own', null, ''],
])('names %s, and the second of our 250 in Japan', (_, client, from) => {
  expect(traceField({ id, client, arrivedAt }, 'mail.example.jp')).toBe(
    `Received: ${from}by mail.example.jp with ESMTP id ${id};\r\n\tSun, 31 May 2026 23:59:59 +0900\r\n`,
  );
});
