import { PlainDate, YearMonth, asTenantId, yen } from '#lib/kernel';
import { pdfText } from '#test/pdf-text';
import { describe, expect, it } from '@jest/globals';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import { taxTotals } from '../domain/tax/tax-totals.js';
import type { Recipient } from '../store/invoice.row.js';
import { addressee, titled } from './document-words.js';
import { invoicePdf } from './invoice-document.js';

const firm: Recipient = {
  kind: 'corporation',
  name: '株式会社髙﨑商店',
  nameKana: 'カブシキガイシャタカサキショウテン',
  postalAddress: '〒100-0001 東京都千代田区千代田1-1',
  contactPerson: null,
};

const line = (month: string, over: Partial<InvoiceLine> = {}): InvoiceLine => ({
  kind: 'monthly-fee',
  month: YearMonth.from(month),
  amount: yen(1_009),
  taxCategory: 'standard',
  detail: '1,200',
  ...over,
});

const textOf = async (lines: readonly InvoiceLine[], recipient = firm): Promise<string[]> => {
  const totals = taxTotals(lines);
  const pdf = await invoicePdf(
    {
      id: '00000000-0000-7000-8000-000000000001',
      tenantId: asTenantId('00000000-0000-7000-8000-000000000002'),
      contractId: '00000000-0000-7000-8000-000000000003',
      key: 'monthly:2026-07',
      kind: 'monthly',
      number: '2026-000042',
      payBy: 'transfer',
      issuedOn: PlainDate.from('2026-07-11'),
      dueDate: PlainDate.from('2026-07-27'),
      issuedAt: new Date('2026-07-11T00:00:00+09:00'),
      recipient,
      issuer: {
        name: '飛脚株式会社',
        registrationNumber: 'T7000012050002',
        postalAddress: '東京都立川市曙町2-1-1',
        contact: '電話 042-000-0000',
        bankAccount: 'みずほ銀行 立川支店 普通 1234567',
      },
      totals,
      total: totals.total,
      lines,
    },
    'ja',
  );
  return pdfText(pdf);
};

describe('whom a document is for', () => {
  const person: Recipient = { ...firm, kind: 'individual', name: '髙﨑 花子' };
  it.each<[string, Recipient, string, string]>([
    ['a firm', firm, '株式会社髙﨑商店 御中', '株式会社髙﨑商店'],
    [
      'a firm and who sees to it',
      { ...firm, contactPerson: '山田 一郎' },
      '株式会社髙﨑商店\n山田 一郎 様',
      '株式会社髙﨑商店\nAttn. 山田 一郎',
    ],
    ['nobody in particular', { ...firm, contactPerson: ' ' }, '株式会社髙﨑商店 御中', firm.name],
    ['a person', person, '髙﨑 花子 様', '髙﨑 花子'],
    [
      'a person who named herself',
      { ...person, contactPerson: '髙﨑　花子' },
      '髙﨑 花子 様',
      '髙﨑 花子',
    ],
    [
      'a person and who sees to it',
      { ...person, contactPerson: '山田 一郎' },
      '髙﨑 花子\n山田 一郎 様',
      '髙﨑 花子\nAttn. 山田 一郎',
    ],
  ])('%s', (_, recipient, ja, en) => {
    expect([addressee(recipient, 'ja'), addressee(recipient, 'en')]).toEqual([ja, en]);
  });

  it('takes an invoice that does not say for one to a firm, as it was', () => {
    expect(titled({ name: '髙﨑商店' })).toBe('髙﨑商店 御中');
  });
});

it('says the rate of each line by its month, where the rate changed in between', async () => {
  const text = await textOf([
    line('2019-09'),
    line('2019-10'),
    line('2019-10', { taxCategory: 'reduced' }),
    line('2019-10', { taxCategory: 'outside' }),
  ]);
  const rates = text.filter((cell) => /^(\d+%※?|不課税)$/.test(cell));
  expect(rates).toEqual(['8%', '10%', '8%※', '不課税', '不課税']);
  const from = text.indexOf('10%対象');
  expect(text.slice(from, from + 16)).toEqual([
    ...['10%対象', '1,009', '100', '1,109'],
    ...['8%対象', '1,009', '80', '1,089'],
    ...['※ 8%対象（軽減税率）', '1,009', '80', '1,089'],
    ...['不課税', '1,009', '—', '1,009'],
  ]);
});

it('goes on over pages, with the head of the table on each, and leaves no line out', async () => {
  const lines = Array.from({ length: 60 }, (_, i) =>
    line('2026-07', { kind: 'correction', detail: null, text: `品目 ${i + 1} ①㈱～` }),
  );
  const text = await textOf(lines);
  expect(text.filter((cell) => cell.startsWith('品目'))).toEqual(
    Array.from({ length: 60 }, (_, i) => `品目 ${i + 1} ①㈱～ 2026年7月分`),
  );
  expect(text.filter((cell) => cell === '内容')).toHaveLength(3);
  expect(text.at(-1)).toBe('2026-000042 · 3 / 3');
});
