import { describe, expect, it } from '@jest/globals';
import { blameFor, reasons, severityFor } from './reason.js';
import { reasonOf } from './refusal.js';

describe('reasonOf: codes and words', () => {
  it.each([
    ['5.1.1', 550, 'User unknown', 'unknown-recipient'],
    ['5.1.1', 550, '', 'unknown-recipient'],
    [null, 550, '', 'unknown-recipient'],
    ['5.0.0', 554, 'The account does not exist', 'unknown-recipient'],
    ['5.5.0', 550, 'Requested action not taken: mailbox unavailable', 'unknown-recipient'],
    ['5.1.6', 551, 'moved', 'unknown-recipient'],
    ['5.1.0', 550, 'Address rejected.', 'unknown-recipient'],
    ['5.4.1', 550, 'Recipient address rejected: Access denied', 'unknown-recipient'],
    [null, null, "Sorry, the user doesn't have an account here", 'unknown-recipient'],
    [null, null, '宛先のアドレスが見つかりません', 'unknown-recipient'],
    ['5.1.2', null, '', 'bad-domain'],
    ['5.1.10', 556, 'Null MX', 'bad-domain'],
    ['5.4.4', null, 'Host or domain name not found', 'bad-domain'],
    [null, null, "I couldn't find any host by that name", 'bad-domain'],
    ['5.2.1', 550, 'whatever', 'mailbox-inactive'],
    [null, 550, 'This account has been disabled', 'mailbox-inactive'],
    ['5.2.2', 552, '', 'mailbox-full'],
    ['4.2.2', 452, 'over quota', 'mailbox-full'],
    ['5.0.0', 550, 'Mailbox full', 'mailbox-full'],
    [null, null, '相手のメールボックスが一杯です', 'mailbox-full'],
    ['5.1.1', 550, 'refused due to recipient preferences', 'filtered'],
    ['5.7.1', 550, 'User unknown', 'policy'],
    ['4.7.0', 421, '', 'policy'],
    ['5.7.26', 550, 'This mail is unauthenticated', 'authentication'],
    ['5.7.23', 550, '', 'authentication'],
    ['5.0.0', 550, 'Message rejected: SPF check failed', 'authentication'],
    ['5.7.25', 550, '', 'blocked'],
    [null, 554, 'Service unavailable; blocked using dnsbl.example', 'blocked'],
    [null, 421, 'host mx.example.jp refused to talk to me', 'blocked'],
    ['5.2.0', 550, 'looks like spam', 'spam'],
    ['5.0.0', 550, 'too many connections from one host', 'rate-limited'],
    ['5.1.8', 501, '', 'policy'],
    ['5.1.1', 550, 'Relaying denied', 'policy'],
    ['5.0.0', 550, 'Mail rejected', 'policy'],
    ['5.3.4', 552, '', 'too-large'],
    ['5.2.3', 552, '', 'too-large'],
    ['5.6.1', 550, '', 'content'],
    ['4.4.7', null, 'delivery time expired', 'expired'],
    ['4.4.7', null, '450 4.7.1 Client host rejected', 'blocked'],
    ['4.4.1', null, 'connect to mx.example.jp: Connection timed out', 'expired'],
    ['5.4.0', null, 'no route to host', 'unreachable'],
    ['5.4.6', null, '', 'unreachable'],
    ['5.4.4', null, 'Host not found, try again', 'unreachable'],
    ['5.3.0', 554, '', 'system'],
    [null, 554, 'Transaction failed', 'policy'],
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
});

describe('reasonOf: "user unknown", certain only of a recipient refused at RCPT', () => {
  it.each([
    ['5.2.1', 550, ['User unknown (in reply to RCPT TO command)'], 'unknown-recipient'],
    ['5.2.1', 550, ['User unknown'], 'filtered'],
    ['5.0.0', 550, ['User unknown'], 'unknown-recipient'],
    ['5.0.0', 550, ['User unknown', '(in reply to end of DATA command)'], 'filtered'],
    ['5.0.0', 550, ['550 : User unknown'], 'filtered'],
    ['5.0.0', 550, ['Unknown user', 'mfsmax.docomo.ne.jp said: in reply to end of DATA'], 'policy'],
    [null, 550, ['no such mailbox'], 'filtered'],
    [null, 550, ['no such mailbox (in reply to RCPT TO command)'], 'unknown-recipient'],
    [null, null, ['no such mailbox'], 'unknown-recipient'],
  ] as const)('%s %s %j: %s', (status, reply, texts, reason) => {
    expect(reasonOf(status, reply, ...texts)).toBe(reason);
  });
});

describe('reasons', () => {
  it('each has one who is to blame, and only an address or domain that does not exist is hard', () => {
    expect(reasons.map((reason) => [reason, blameFor(reason), severityFor(reason, null)])).toEqual([
      ['unknown-recipient', 'recipient', 'hard'],
      ['bad-domain', 'recipient', 'hard'],
      ['mailbox-full', 'recipient', 'soft'],
      ['mailbox-inactive', 'recipient', 'soft'],
      ['filtered', 'recipient', 'soft'],
      ['authentication', 'sender', 'soft'],
      ['blocked', 'sender', 'soft'],
      ['policy', 'sender', 'soft'],
      ['rate-limited', 'sender', 'soft'],
      ['spam', 'sender', 'soft'],
      ['too-large', 'sender', 'soft'],
      ['content', 'sender', 'soft'],
      ['unreachable', 'path', 'soft'],
      ['expired', 'path', 'soft'],
      ['system', 'path', 'soft'],
      ['other', 'path', 'soft'],
    ]);
    expect(severityFor('bad-domain', '4.4.4')).toBe('soft');
  });

  it('blame the sender for every refusal by policy, whatever stands beside it', () => {
    const texts = ['', 'User unknown', 'Mailbox full', 'expired'];
    const codes = [null, 421, 550, 554];
    const blamed = ['4.7.0', '4.7.28', '5.7.0', '5.7.1', '5.7.515'].flatMap((status) =>
      texts.flatMap((text) => codes.map((code) => blameFor(reasonOf(status, code, text)))),
    );
    expect(new Set(blamed)).toEqual(new Set(['sender']));
  });
});
