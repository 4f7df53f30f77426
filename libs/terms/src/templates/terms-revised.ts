import { formatJst } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** That a document has a new version, and from when it binds. @clause W3.3 */
export const termsRevised: NoticeTemplate<{
  readonly title: string;
  readonly number: number;
  readonly summary: string;
  readonly inForceFrom: Date;
  readonly page: string;
}> = {
  kind: 'terms.revised',
  version: 1,
  texts: {
    ja: ({ title, number, summary, inForceFrom, page }) => ({
      subject: `【重要】「${title}」改定のお知らせ（第${number}版）`,
      text: lines(
        `「${title}」を改定します。`,
        '',
        `■ 実施日時: ${formatJst(inForceFrom, 'ja')}`,
        `■ 改定の概要`,
        summary,
        '',
        '改定後の全文と新旧対照表は、次のページでご覧いただけます。',
        page,
      ),
    }),
    en: ({ title, number, summary, inForceFrom, page }) => ({
      subject: `[Important] New version of “${title}” (version ${number})`,
      text: lines(
        `There is a new version of “${title}”.`,
        '',
        `In force from: ${formatJst(inForceFrom, 'en')}`,
        `What changes:`,
        summary,
        '',
        'The whole text and a table of the changes are here:',
        page,
      ),
    }),
  },
};
