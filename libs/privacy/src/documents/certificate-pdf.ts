import { PlainDate, formatJst } from '#lib/kernel';
import type { Locale } from '#lib/kernel';
import { PdfDocument, drawTable } from '#platform/pdf';
import { lineText } from '../domain/certificate.js';
import { retentions } from '../domain/retention.js';
import type { Certificate } from '../store/certificates.store.js';

const words = {
  ja: {
    title: '消去証明書',
    number: '証明書番号',
    day: '消去した日',
    tenant: '契約者',
    nobody: '特定の契約者に属さないもの',
    class: '区分',
    basis: '根拠',
    what: '消去したもの',
    count: '件数',
    issued: '発行日時',
    digest: 'この証明書のダイジェスト (SHA-256)',
    previous: '直前の証明書のダイジェスト',
    none: 'なし',
    statement:
      '下記のデータを復元できない方法で消去したことを証明します。この証明書は個人データを含みません。',
  },
  en: {
    title: 'Certificate of erasure',
    number: 'Certificate',
    day: 'Erased on',
    tenant: 'Tenant',
    nobody: 'Belonged to no tenant',
    class: 'Class',
    basis: 'Basis',
    what: 'What was erased',
    count: 'Number',
    issued: 'Issued',
    digest: 'Digest of this certificate (SHA-256)',
    previous: 'Digest of the certificate before it',
    none: 'none',
    statement:
      'The data below were erased in a way that cannot be undone. This certificate holds no personal data.',
  },
} as const;

const dayText = (day: string, locale: Locale): string => {
  const { year, month, day: dayOfMonth } = PlainDate.from(day);
  return locale === 'ja' ? `${year}年${month}月${dayOfMonth}日` : day;
};

/** A certificate for people, ready for print. @clause P2 保存期間 */
export const certificatePdf = (
  certificate: Certificate,
  locale: Locale,
  author: string,
): Promise<Buffer> => {
  const { no, day, tenantName, class: dataClass, lines, issuedAt, digest, previous } = certificate;
  const text = words[locale];
  const pdf = new PdfDocument({ title: text.title, author, locale, createdAt: issuedAt });
  pdf.text(text.title, { size: 18, weight: 'bold', align: 'center' }).space(14);
  pdf.text(text.statement).space(10);
  const facts: [string, string][] = [
    [text.number, String(no)],
    [text.day, dayText(day, locale)],
    [text.tenant, tenantName ?? text.nobody],
    [text.class, `${dataClass} (${retentions[dataClass].text[locale]})`],
    [text.basis, retentions[dataClass].basis],
    [text.issued, formatJst(issuedAt, locale)],
  ];
  for (const [label, value] of facts) pdf.text(`${label}: ${value}`);
  pdf.space(12);
  drawTable(
    pdf,
    [
      { title: text.what, share: 3 },
      { title: text.count, share: 1, align: 'right' },
    ],
    lines.map(({ rule, count }) => [lineText(rule, locale), count.toLocaleString(locale)]),
  );
  pdf.space(14);
  pdf.text(`${text.digest}:`, { size: 8 }).text(digest, { size: 8 }).space(4);
  pdf.text(`${text.previous}:`, { size: 8 }).text(previous || text.none, { size: 8 });
  return pdf.finish();
};
