import { IconAdjustments, IconCalendarOff, IconHistory, IconUsers } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

const group = { ja: '運営', en: 'Operation' };

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator/audit',
      label: { ja: '操作の記録', en: 'Audit trail' },
      icon: IconHistory,
      order: 60,
      permission: 'audit.read-all',
      group,
    },
    {
      to: '/operator/holidays',
      label: { ja: '休業日', en: 'Closing days' },
      icon: IconCalendarOff,
      order: 62,
      group,
    },
    {
      to: '/operator/staff',
      label: { ja: '担当者', en: 'Staff' },
      icon: IconUsers,
      order: 64,
      permission: 'operators.write',
      group,
    },
    {
      to: '/operator/billing-settings',
      label: { ja: '請求の設定', en: 'Billing settings' },
      icon: IconAdjustments,
      order: 66,
      permission: 'billing.read-all',
      group,
    },
  ],
  routes: [
    { path: 'audit', lazy: () => import('./audit.page.js') },
    { path: 'holidays', lazy: () => import('./holidays.page.js') },
    { path: 'staff', lazy: () => import('./staff.page.js') },
    { path: 'billing-settings', lazy: () => import('./billing-settings.page.js') },
  ],
};
