import { describe, expect, it } from '@jest/globals';
import { blameFor, blameOf, reasonOf, reasons } from './reason.js';

describe('reasonOf', () => {
  it.each([
    ['5.1.1', 550, 'User unknown', 'unknown-recipient'],
    [null, 550, 'no such mailbox', 'unknown-recipient'],
    [null, 550, '', 'unknown-recipient'],
    ['5.0.0', 554, 'The account does not exist', 'unknown-recipient'],
    ['5.5.0', 550, 'Requested action not taken: mailbox unavailable', 'unknown-recipient'],
    ['5.1.6', 551, 'moved', 'unknown-recipient'],
    ['5.1.2', null, '', 'bad-domain'],
    ['5.1.10', 556, 'Null MX', 'bad-domain'],
    ['5.4.4', null, 'Host or domain name not found', 'bad-domain'],
    ['5.2.1', 550, 'whatever', 'mailbox-inactive'],
    [null, 550, 'This account has been disabled', 'mailbox-inactive'],
    ['5.2.2', 552, '', 'mailbox-full'],
    ['4.2.2', 452, 'over quota', 'mailbox-full'],
    ['5.0.0', 550, 'Mailbox full', 'mailbox-full'],
    ['5.7.1', 550, 'User unknown', 'blocked'],
    ['4.7.0', 421, '', 'blocked'],
    ['5.7.26', 550, 'This mail is unauthenticated', 'blocked'],
    ['5.0.0', 550, 'Message rejected: SPF check failed', 'blocked'],
    ['5.2.0', 550, 'looks like spam', 'blocked'],
    ['5.1.8', 501, '', 'blocked'],
    [null, 554, 'Service unavailable; blocked using dnsbl.example', 'blocked'],
    ['5.3.4', 552, '', 'content'],
    ['5.6.1', 550, '', 'content'],
    ['5.2.3', 552, '', 'content'],
    ['4.4.7', null, 'delivery time expired', 'expired'],
    ['4.4.7', null, '450 4.7.1 Client host rejected', 'blocked'],
    ['5.4.0', null, 'connection refused', 'unreachable'],
    ['5.4.6', null, '', 'unreachable'],
    ['5.3.0', 554, '', 'system'],
    [null, 554, 'Transaction failed', 'other'],
    [null, null, '', 'other'],
    [
      '5.1.1',
      550,
      '<spam@example.jp> User unknown, see https://example.jp/policy',
      'unknown-recipient',
    ],
  ] as const)('%s %s %s: %s', (status, reply, text, reason) => {
    expect(reasonOf(status, reply, text)).toBe(reason);
  });

  it('gives each reason one who is to blame', () => {
    expect(Object.fromEntries(reasons.map((reason) => [reason, blameFor(reason)]))).toEqual({
      'unknown-recipient': 'recipient',
      'mailbox-full': 'recipient',
      'mailbox-inactive': 'recipient',
      'bad-domain': 'recipient',
      blocked: 'sender',
      content: 'sender',
      unreachable: 'path',
      expired: 'path',
      system: 'path',
      other: 'path',
    });
  });

  it('blames the sender for every refusal by policy, whatever stands beside it', () => {
    const texts = ['', 'User unknown', 'Mailbox full', 'expired'];
    const codes = [null, 421, 550, 554];
    const blamed = ['4.7.0', '4.7.28', '5.7.0', '5.7.1', '5.7.515'].flatMap((status) =>
      texts.flatMap((text) => codes.map((code) => blameOf(status, code, text))),
    );
    expect(new Set(blamed)).toEqual(new Set(['sender']));
  });
});
