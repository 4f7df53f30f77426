import { IconBuildingBank, IconListDetails } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

const group = { ja: '料金', en: 'Money' };

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator/catalogue',
      label: { ja: 'コース', en: 'Courses' },
      icon: IconListDetails,
      order: 37,
      permission: 'tenants.read',
      group,
    },
    {
      to: '/operator/banks',
      label: { ja: '銀行の設定', en: 'Banks' },
      icon: IconBuildingBank,
      order: 38,
      permission: 'billing.read-all',
      group,
    },
  ],
  routes: [
    { path: 'catalogue', lazy: () => import('./catalogue/catalogue.page.js') },
    { path: 'banks', lazy: () => import('./banks/banks.page.js') },
  ],
};
