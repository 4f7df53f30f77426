import type { Texts } from '#lib/kernel';

/** Classes of data by how long they are kept. `A2` is A′ of the matrix. @clause §3.7 */

export type DataClass = 'A' | 'A2' | 'E' | 'B' | 'C' | 'S';

export interface Retention {
  /** From when the period runs. */
  readonly from: 'contract-end' | 'record' | 'last-mail' | 'fiscal-year-end';
  readonly period: { readonly days?: number; readonly months?: number; readonly years?: number };
  readonly text: Texts;
  /** Clause or law that says so. */
  readonly basis: string;
}

/** The matrix of retention. @clause §3.7, D-08 */
export const retentions: Readonly<Record<DataClass, Retention>> = {
  A: {
    from: 'contract-end',
    period: { days: 7 },
    text: { ja: '契約終了後7日以内に消去', en: 'Erased within 7 days of the end of the contract' },
    basis: '同意6, W12B',
  },
  A2: {
    from: 'record',
    period: { months: 6 },
    text: { ja: '記録から6か月', en: '6 months from the record' },
    basis: 'P4-4, W17.1',
  },
  E: {
    from: 'last-mail',
    period: { months: 1 },
    text: { ja: '最後の広告メールから1か月', en: '1 month after the last mail' },
    basis: '特定電子メール法3条2項',
  },
  B: {
    from: 'contract-end',
    period: { months: 6 },
    text: { ja: '契約終了後6か月', en: '6 months after the end of the contract' },
    basis: '同意5',
  },
  C: {
    from: 'fiscal-year-end',
    period: { years: 10 },
    text: { ja: '事業年度の終わりから10年', en: '10 years from the end of the fiscal year' },
    basis: '法人税法, 消費税法',
  },
  S: {
    from: 'contract-end',
    period: { days: 7 },
    text: { ja: '契約の続く間', en: 'While the contract lives' },
    basis: '特定電子メール法3条3項',
  },
};
