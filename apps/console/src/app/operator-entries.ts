import type { NavigationEntry } from './feature.js';

/** Headings in the navigation of operators. */
const groups = {
  tenants: { ja: '契約者', en: 'Tenants' },
  privacy: { ja: '個人情報', en: 'Personal data' },
  money: { ja: '料金', en: 'Money' },
  delivery: { ja: '配信とサポート', en: 'Delivery and support' },
  operation: { ja: '運営', en: 'Operation' },
} as const;

/** Entries of a feature under one heading; without a permission every operator sees them. */
export const operatorEntries =
  (group: keyof typeof groups) =>
  (
    to: string,
    ja: string,
    en: string,
    icon: NavigationEntry['icon'],
    order: number,
    permission?: string,
  ): NavigationEntry => ({
    to: `/operator/${to}`,
    label: { ja, en },
    icon,
    order,
    group: groups[group],
    ...(permission !== undefined && { permission }),
  });
