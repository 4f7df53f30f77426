import { formatJst } from '#lib/kernel';
import type { Locale } from '#lib/kernel';

interface Mail {
  readonly subject: string;
  readonly text: string;
}

interface Invited {
  readonly tenantName: string;
  readonly url: string;
  readonly expiresAt: Date;
}

interface Resetting {
  readonly name: string;
  /** Which of the reader's accounts; null for an operator's. */
  readonly tenantName: string | null;
  readonly url: string;
  readonly expiresAt: Date;
}

const lines = (...text: string[]): string => `${text.join('\n')}\n`;

export const invitationMail: Record<Locale, (invited: Invited) => Mail> = {
  ja: ({ tenantName, url, expiresAt }) => ({
    subject: `${tenantName} のメール配信に招待されました`,
    text: lines(
      `${tenantName} の担当者として、メール配信サービスに招待されました。`,
      '',
      '次のページでお名前とパスワードを登録すると、利用を始められます。',
      url,
      '',
      `このリンクは ${formatJst(expiresAt, 'ja')} まで、一度だけ使えます。`,
      'お心当たりがない場合は、このメールを破棄してください。',
    ),
  }),
  en: ({ tenantName, url, expiresAt }) => ({
    subject: `You are invited to the newsletters of ${tenantName}`,
    text: lines(
      `${tenantName} invites you to work on its newsletters.`,
      '',
      'Open this page and choose a name and a password to begin:',
      url,
      '',
      `The link works once, until ${formatJst(expiresAt, 'en')}.`,
      'If you did not expect this mail, please ignore it.',
    ),
  }),
};

export const passwordResetMail: Record<Locale, (resetting: Resetting) => Mail> = {
  ja: ({ name, tenantName, url, expiresAt }) => ({
    subject: 'パスワードの再設定',
    text: lines(
      `${name} 様`,
      '',
      `${tenantName === null ? '' : `${tenantName} の`}パスワードを再設定するには、次のページを開いてください。`,
      url,
      '',
      `このリンクは ${formatJst(expiresAt, 'ja')} まで、一度だけ使えます。`,
      'お心当たりがない場合は、何もしなければパスワードは変わりません。',
    ),
  }),
  en: ({ name, tenantName, url, expiresAt }) => ({
    subject: 'Set a new password',
    text: lines(
      `Dear ${name},`,
      '',
      `open this page to set a new password${tenantName === null ? '' : ` for ${tenantName}`}:`,
      url,
      '',
      `The link works once, until ${formatJst(expiresAt, 'en')}.`,
      'If you did not ask for it, do nothing, and your password stays as it is.',
    ),
  }),
};
