import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** The provider's answer to somebody who asked; the operator's words as they are. */
export const inquiryAnswer: NoticeTemplate<{ readonly subject: string; readonly text: string }> = {
  kind: 'support.answer',
  version: 1,
  texts: {
    ja: ({ subject, text }) => ({ subject: `Re: ${subject}`, text: lines(text) }),
    en: ({ subject, text }) => ({ subject: `Re: ${subject}`, text: lines(text) }),
  },
};
