import { defineErrors } from '#lib/kernel';

export const mailboxErrors = defineErrors({
  notRunning: {
    kind: 'not-found',
    code: 'mailbox.not-running',
    ja: 'ローカルメールボックスは動いていません。メールは SMTP_URL のサーバーへ送られています。',
    en: 'The local mailbox is not running: mail goes to the server that SMTP_URL names.',
  },
  messageNotFound: {
    kind: 'not-found',
    code: 'mailbox.message-not-found',
    ja: 'このメールはありません。古いメールから順に消えていきます。',
    en: 'There is no such message. The oldest ones make room for new ones.',
  },
});
