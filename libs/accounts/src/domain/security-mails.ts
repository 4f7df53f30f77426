import { formatJst } from '#lib/kernel';
import type { Locale } from '#lib/kernel';

interface Mail {
  readonly subject: string;
  readonly text: string;
}

interface NewDevice {
  readonly name: string;
  readonly device: string;
  readonly network: string;
  readonly at: Date;
  readonly url: string;
}

interface Reissue {
  readonly name: string;
  readonly tenantName: string;
  readonly url: string;
  readonly expiresAt: Date;
}

const lines = (...text: string[]): string => `${text.join('\n')}\n`;

export const newDeviceMail: Record<Locale, (seen: NewDevice) => Mail> = {
  ja: ({ name, device, network, at, url }) => ({
    subject: '新しい端末からサインインがありました',
    text: lines(
      `${name} 様`,
      '',
      'これまでに使われたことのない端末から、サインインがありました。',
      '',
      `日時: ${formatJst(at, 'ja')}`,
      `端末: ${device}`,
      `ネットワーク: ${network}`,
      '',
      'ご本人であれば、何もする必要はありません。',
      'お心当たりがない場合は、すぐに次のページから「漏えいの報告」をしてください。配信とサインインが直ちに止まります。',
      url,
    ),
  }),
  en: ({ name, device, network, at, url }) => ({
    subject: 'A sign-in from a new device',
    text: lines(
      `Dear ${name},`,
      '',
      'Somebody signed in to your account from a device that was never used before.',
      '',
      `When: ${formatJst(at, 'en')}`,
      `Device: ${device}`,
      `Network: ${network}`,
      '',
      'If that was you, there is nothing to do.',
      'If not, report a leak at once from the page below: sending and sign-in stop immediately.',
      url,
    ),
  }),
};

/** To everybody of a tenant whose passwords were voided by the report of a leak. @clause W8.3 */
export const reissueMail: Record<Locale, (reissue: Reissue) => Mail> = {
  ja: ({ name, tenantName, url, expiresAt }) => ({
    subject: `【重要】${tenantName} のパスワードを再発行します`,
    text: lines(
      `${name} 様`,
      '',
      `${tenantName} でパスワードなどの漏えいの報告があったため、全員のサインインと配信を直ちに止め、パスワードを無効にしました。`,
      '',
      '次のページで新しいパスワードを設定してください。',
      url,
      '',
      `このリンクは ${formatJst(expiresAt, 'ja')} まで、一度だけ使えます。期限を過ぎた場合は「パスワードを忘れた方」から再度お申し込みください。`,
      '配信は、オーナーが安全を確かめて停止を解くまで再開されません。',
    ),
  }),
  en: ({ name, tenantName, url, expiresAt }) => ({
    subject: `Important: new passwords for ${tenantName}`,
    text: lines(
      `Dear ${name},`,
      '',
      `A leak was reported at ${tenantName}. Everybody was signed out, sending was stopped at once, and all passwords are void.`,
      '',
      'Please set a new password here:',
      url,
      '',
      `The link works once, until ${formatJst(expiresAt, 'en')}. After that, ask for a new one as for a forgotten password.`,
      'Nothing is sent until an owner has made sure that all is well and lifts the stop.',
    ),
  }),
};
