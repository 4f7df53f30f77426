import { formatJst } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  /** Null where it was called off before it began. */
  readonly at: Date | null;
}

/** @clause W13.1 */
export const interruptionOverV1: NoticeTemplate<Values> = {
  kind: 'contracts.interruption-over',
  version: 1,
  texts: {
    ja: ({ at }) => ({
      subject: 'サービス復旧のお知らせ',
      text: lines(
        at
          ? `お知らせしていたサービスの中断は、${formatJst(at, 'ja')} に終わりました。`
          : 'お知らせしていたサービスの中断は、取りやめました。',
      ),
    }),
    en: ({ at }) => ({
      subject: 'Service is back',
      text: lines(
        at
          ? `The interruption that we announced was over at ${formatJst(at, 'en')}.`
          : 'The interruption that we announced is called off.',
      ),
    }),
  },
};
