import { describe, expect, it } from '@jest/globals';
import { blameFor } from './blame.js';
import type { Blame } from './blame.js';
import { readReply } from './reply.js';

describe('blameFor', () => {
  it.each<[string, Blame]>([
    ['550 5.1.1 <x@example.jp>: Recipient address rejected: User unknown', 'recipient'],
    ['550 5.1.10 Recipient not found', 'recipient'],
    ['550 5.2.1 The email account that you tried to reach is disabled', 'recipient'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'relay'],
    ['550 Unknown user', 'recipient'],
    ['550 Invalid recipient: <x@docomo.ne.jp>', 'recipient'],
    ['553 sorry, that domain isn’t in my list', 'relay'],
    ['552 5.2.2 Mailbox full', 'mailbox'],
    ['452 4.2.2 over quota', 'mailbox'],
    ['552 too much', 'mailbox'],
    ['550 5.7.1 Service unavailable; client host blocked using zen', 'sender'],
    ['550 5.7.26 Unauthenticated email from example.jp is not accepted (DMARC)', 'sender'],
    ['550 5.7.515 Access denied, sending domain does not pass authentication', 'sender'],
    ['554 Message rejected as spam', 'sender'],
    ['550 5.1.1 rejected: SPF fail', 'sender'],
    ['550 5.1.8 Sender address rejected: Domain not found', 'sender'],
    ['552 5.3.4 Message too big', 'sender'],
    ['421 4.7.0 Try again later, too many connections', 'sender'],
    ['451 4.3.0 Temporary lookup failure', 'relay'],
    ['554 Transaction failed', 'relay'],
  ])('%s → %s', (response, blame) => {
    expect(blameFor(readReply(Number(response.slice(0, 3)), response))).toBe(blame);
  });
});
