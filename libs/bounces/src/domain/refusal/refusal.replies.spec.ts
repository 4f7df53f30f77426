import { describe, expect, it } from '@jest/globals';
import { replyCodeIn, statusIn } from './codes.js';
import { reasonOf } from './refusal.js';

const reasonIn = (reply: string): string => reasonOf(statusIn(reply), replyCodeIn(reply), reply);

describe('reasonOf: replies as mailers and providers document them', () => {
  it.each([
    ['554 5.7.1 <mx[192.0.2.1]>: Client host rejected: Access denied', 'blocked'],
    ['450 4.7.25 Client host rejected: cannot find your reverse hostname', 'blocked'],
    ['504 5.5.2 <mx>: Helo command rejected: need fully-qualified hostname', 'blocked'],
    ['450 4.2.0 <a@b.jp>: Recipient address rejected: Greylisted', 'blocked'],
    ['554 No SMTP service here', 'policy'],
    ['554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help)', 'policy'],
    ['550 permanent failure for one or more recipients (a@b.jp:blocked)', 'policy'],
    ["550 We don't accept mail from this host", 'blocked'],
    ['550 Connection refused', 'blocked'],
    ['550 Bad HELO: host impersonating another', 'blocked'],
    ['550 HELO should be a FQDN or address literal', 'blocked'],
    ['550 Your host name does not match your IP', 'blocked'],
    ['550 Country block', 'blocked'],
    ['550 mailbox unavailable: invalid DNS MX or A/AAAA resource record', 'blocked'],
    ['450 4.7.1 Access denied. IP name lookup failed [192.0.2.1]', 'blocked'],
    ['450 4.1.8 <a@b.jp>: Sender address rejected: Domain not found', 'policy'],
    ['550 5.1.0 <a@b.jp>: Sender address rejected: User unknown', 'policy'],
    ['550 Sender verify failed', 'policy'],
    ['554 Message rejected: Email address is not verified', 'policy'],
    ['550 Callback setup failed while verifying <a@b.jp>', 'policy'],
    ['553 5.1.8 <a@b.jp>... Domain of sender address b.jp does not exist', 'policy'],
    ['553 5.5.4 <a@b.jp>... Domain name required for sender address', 'policy'],
    ['550 Administrative prohibition', 'policy'],
    ['550 MI:IMF', 'policy'],
    ['571 message refused', 'policy'],
    ['553 your envelope sender is in my badmailfrom list', 'blocked'],
    ['550 See https://example.jp/why', 'policy'],
    ['550 We will not accept delivery of this message', 'policy'],
    ['550 Administrative Lockout', 'policy'],
    ['554 5.7.1 <a@b.jp>: Relay access denied', 'policy'],
    ['571 Delivery not authorized, message refused', 'policy'],
    ['571 go away', 'policy'],
    ['500 what?', 'policy'],
    ['503 bad sequence of commands', 'policy'],
    ['555 MAIL FROM parameters not recognized', 'policy'],
    ['530 5.7.0 Must issue a STARTTLS command first', 'policy'],
    ['550 User has no permission', 'policy'],
    ['550 Suspected bounce attacks', 'spam'],
    ['553-Message filtered. See the page on mistakes of filters', 'spam'],
    ['550 Mail content denied', 'content'],
    ['550 it does not have a valid Message-ID', 'content'],
    ['550 Message headers fail syntax check', 'content'],
    ['554 5.6.0 Mail message is malformed', 'content'],
    ['550 5.6.0 Recipient address rejected: media', 'content'],
    ['550 maximum allowed line length is 998 octets, got 1200', 'content'],
    ['552 5.3.4 Message size exceeds fixed limit', 'too-large'],
    ['452 4.5.3 Too many recipients', 'rate-limited'],
    ['421 4.3.2 Connection rate limit exceeded', 'rate-limited'],
    ['550 Ip frequency limited', 'rate-limited'],
    ['421 Too many concurrent SMTP connections', 'rate-limited'],
    ['550 5.4.6 Unusual sending activity', 'rate-limited'],
    ["550 5.1.90 You've reached your daily limit for message recipients", 'rate-limited'],
    ['550 5.2.122 Receive limit of an hour', 'rate-limited'],
    ['450 4.2.1 The user is receiving mail at a rate that prevents more', 'rate-limited'],
    ['550 5.7.29 ARC validation failure', 'authentication'],
    ['530 5.7.1 Client was not authenticated', 'authentication'],
    ['550 5.7.515 Access denied, sending domain does not meet the level', 'authentication'],
    ['550 5.4.5 Daily SMTP relay limit exceeded for user', 'rate-limited'],
    ['554 Maximum email size exceeded', 'too-large'],
    ['550 5.7.1 User unknown', 'policy'], // whatever a filter says after DATA
    ['554 5.7.1 <a@b.jp>: Recipient address rejected: listed by a block list', 'blocked'],
    ['550 5.7.1 <a@b.jp>: Recipient address rejected: SPF: not allowed', 'authentication'],
    ['450 4.7.1 <a@b.jp>: Recipient address rejected: Greylisted', 'blocked'],
    ['550 5.7.1 <a@b.jp>: Recipient address rejected: try the other entrance', 'policy'],
  ])('the sender’s doing: %s', (reply, reason) => {
    expect(reasonIn(reply)).toBe(reason);
  });

  it.each([
    ['550 5.1.1 <a@b.jp>: Recipient address rejected: User unknown in table', 'unknown-recipient'],
    ['550 Unrouteable address (in reply to RCPT TO command)', 'unknown-recipient'],
    ['553-5.1.3 The recipient address <a> is not a valid RFC-5321 address', 'unknown-recipient'],
    ["554 5.5.0 delivery error: dd This user doesn't have an account here", 'unknown-recipient'],
    ['550 5.1.10 Recipient not found', 'unknown-recipient'],
    ['550 #5.1.0 Address rejected.', 'unknown-recipient'],
    ['550 5.0.0 requested action not taken: mailbox unavailable', 'unknown-recipient'],
    ['511 nobody here', 'unknown-recipient'],
    ['550 5.0.0 is not a valid mailbox', 'unknown-recipient'],
    ['554 5.0.0 user left the company', 'unknown-recipient'],
    ['554-5.0.0 This mailbox does 554-5.0.0 not 554 5.0.0 exist', 'unknown-recipient'],
    ['554 5.7.1 <a@b.jp>: Recipient address rejected: User unknown', 'unknown-recipient'],
    ['554 5.7.1 <a@b.jp>: Recipient address rejected: Access denied', 'unknown-recipient'],
    ['550 5.7.1 no such user (in reply to RCPT TO command)', 'unknown-recipient'],
    ['550 5.7.1 <a@b.jp>: Recipient address rejected: account is locked', 'mailbox-inactive'],
    ['550 5.7.17 Mailbox owner has changed', 'unknown-recipient'],
    ['552 5.1.1 recipient over quota', 'mailbox-full'],
    ['550 5.1.1 This account has been suspended', 'mailbox-inactive'],
    ['605 Not delivering to previously bounced address', 'unknown-recipient'],
    ['556 5.1.10 Recipient address has null MX', 'bad-domain'],
    ['556 no mail here', 'bad-domain'],
    ['521 b.jp does not accept mail', 'bad-domain'],
    ['an MX or SRV record indicated no SMTP service', 'bad-domain'],
    ['550 5.2.1 This mailbox has been blocked due to inactivity', 'mailbox-inactive'],
    ['554 5.4.4 unable to route: no mail hosts for domain', 'bad-domain'],
    ['525 5.7.13 Disabled recipient address', 'mailbox-inactive'],
    ['550 Local mailbox a is unavailable: account is disabled', 'mailbox-inactive'],
    ['522 no room', 'mailbox-full'],
    ['550 5.2.2 Mailbox size limit exceeded', 'mailbox-full'],
    ['552 Requested mail action aborted: exceeded storage allocation', 'mailbox-full'],
    ['452 4.2.2 Quota exceeded (mailbox for user is full)', 'mailbox-full'],
    ['550 RCP-P2 Refused due to recipient preferences', 'filtered'],
  ])('the recipient’s: %s', (reply, reason) => {
    expect(reasonIn(reply)).toBe(reason);
  });

  it.each([
    ['452 4.3.1 Insufficient system storage', 'system'],
    ['451 4.3.5 Server configuration error', 'system'],
    ['554 5.4.6 Too many hops', 'unreachable'],
    ['lost connection while performing the EHLO handshake', 'unreachable'],
    ['452 4.4.5 Insufficient disk space', 'system'],
    ['connect to mail.b.jp[192.0.2.7]:25: Connection refused', 'unreachable'],
    ['Host or domain name not found. Name service error: Host not found, try again', 'unreachable'],
    ['retry timeout exceeded', 'expired'],
    ['550 5.4.300 Message expired', 'expired'],
  ])('nobody’s: %s', (reply, reason) => {
    expect(reasonIn(reply)).toBe(reason);
  });
});

describe('reasonOf: Japanese', () => {
  it.each([
    ['メールサイズが制限を超えています。', 'too-large'],
    ['送信者のアドレスが拒否されました。', 'policy'],
    ['ウイルスが検出されました。', 'spam'],
    ['受信拒否に設定されています。', 'filtered'],
    ['メールボックスの容量を超えています。', 'mailbox-full'],
    ['このアカウントは停止されています。', 'mailbox-inactive'],
    ['お客様のアドレスは存在しません。', 'unknown-recipient'],
    ['ドメインが見つかりません。', 'bad-domain'],
    ['一定の期間を過ぎても届けられませんでした。', 'expired'],
    ['相手のサーバーに接続できませんでした。', 'unreachable'],
  ])('%s', (words, reason) => {
    expect(reasonOf(null, null, words)).toBe(reason);
  });
});

describe('reasonOf: other languages', () => {
  it.each([
    ['550 Empfänger unbekannt', 'unknown-recipient'],
    ['550 destinataire inconnu', 'unknown-recipient'],
    ['550 el usuario no existe', 'unknown-recipient'],
    ['550 usuário inexistente', 'unknown-recipient'],
    ['550 utente sconosciuto', 'unknown-recipient'],
    ['550 gebruiker onbekend', 'unknown-recipient'],
    ['550 пользователь не найден', 'unknown-recipient'],
    ['550 用户不存在', 'unknown-recipient'],
    ['550 사용자가 존재하지 않습니다', 'unknown-recipient'],
    ['550 das Postfach ist voll', 'mailbox-full'],
    ['550 boîte aux lettres pleine', 'mailbox-full'],
    ['550 邮箱已满', 'mailbox-full'],
    ['550 abgelehnt', 'policy'],
  ])('%s', (reply, reason) => {
    // with a status, as a bare reply may be a filter's
    expect(reasonOf('5.0.0', 550, reply)).toBe(reason);
  });
});

describe('reasonOf: words that say nothing', () => {
  it.each([
    ['(in reply to RCPT TO command)', 'unknown-recipient'],
    ['(in reply to MAIL FROM command)', 'policy'],
    ['(in reply to EHLO command)', 'blocked'],
    ['(in reply to end of DATA command)', 'policy'],
    ['SMTP error from remote mail server after initial connection', 'blocked'],
    ['>>> MAIL From:<a@b.jp> SIZE=42 <<< 550 no', 'policy'],
    ['', 'unknown-recipient'],
  ])('the command that 550 answered tells: %s', (stage, reason) => {
    expect(reasonOf(null, 550, '550', stage)).toBe(reason);
  });

  it.each([550, 551, 552, 553])('that we do not know are the sender’s: %i', (code) => {
    const stage = '(in reply to RCPT TO command)';
    expect(reasonOf(null, code, `${code} computer says no`, stage)).toBe('policy');
  });

  it.each([
    ['MAIL FROM', 'policy'],
    ['EHLO', 'blocked'],
    ['HELO', 'blocked'],
  ])('what %s was answered with is never about the recipient', (command, reason) => {
    const stage = `(in reply to ${command} command)`;
    const reasons = ['User unknown', 'Mailbox full', 'Account disabled', 'Host unknown'].map(
      (words) => reasonOf('5.1.1', 550, words, stage),
    );
    expect(reasons).toEqual([reason, reason, reason, reason]);
  });
});
