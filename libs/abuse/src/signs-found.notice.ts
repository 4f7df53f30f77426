import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly cases: readonly {
    readonly tenantName: string;
    readonly code: string;
    readonly text: { readonly ja: string; readonly en: string };
    readonly isHeld: boolean;
    /** Its page. */
    readonly link: string;
  }[];
}

/** To operators: detectors proposed cases. @clause P4-2 */
export const signsFound: NoticeTemplate<Values> = {
  kind: 'abuse.signs-found',
  version: 1,
  texts: {
    ja: ({ cases }) => ({
      subject: `不正利用の兆候: ${cases.length}件`,
      text: lines(
        '次の兆候が見つかり、案件として登録しました。判断をお願いします。',
        '',
        ...cases.flatMap(({ tenantName, code, text, isHeld, link }) => [
          `${tenantName}（${code}）: ${text.ja}${isHeld ? '【配信を保留中】' : ''}`,
          link,
        ]),
      ),
    }),
    en: ({ cases }) => ({
      subject: `Signs of abuse: ${cases.length}`,
      text: lines(
        'These signs were found and opened as cases. Please decide.',
        '',
        ...cases.flatMap(({ tenantName, code, text, isHeld, link }) => [
          `${tenantName} (${code}): ${text.en}${isHeld ? ' (its campaign is held)' : ''}`,
          link,
        ]),
      ),
    }),
  },
};
