import { formatJst } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import type { ContractMail } from '../store/contract-mails.store.js';

interface Values {
  readonly mails: readonly Pick<ContractMail, 'arrivedAt' | 'subject'>[];
  /** Where it is said what they mean. */
  readonly link: string;
}

const mostLines = 20;

/** To operators: mails to the address for notices, which a person has to make something of. */
export const mailsArrivedV1: NoticeTemplate<Values> = {
  kind: 'contracts.mails-arrived',
  version: 1,
  texts: {
    ja: ({ mails, link }) => ({
      subject: `契約宛てのメールが届いています: ${mails.length}通`,
      text: lines(
        '契約の通知の宛先に、次のメールが届きました。到着時刻から効力を持つことがあります。何の通知かを決めてください。',
        '',
        ...mails
          .slice(0, mostLines)
          .map(
            ({ arrivedAt, subject }) => `${formatJst(arrivedAt, 'ja')} ${subject || '(件名なし)'}`,
          ),
        '',
        link,
      ),
    }),
    en: ({ mails, link }) => ({
      subject: `Mails about contracts have come in: ${mails.length}`,
      text: lines(
        'These mails came to the address for notices. They may have effect from their arrival. Please say what they mean.',
        '',
        ...mails
          .slice(0, mostLines)
          .map(
            ({ arrivedAt, subject }) =>
              `${formatJst(arrivedAt, 'en')} ${subject || '(no subject)'}`,
          ),
        '',
        link,
      ),
    }),
  },
};
