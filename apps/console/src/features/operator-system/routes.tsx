import { IconAdjustments, IconCalendarOff, IconHistory, IconUsers } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('operation');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('audit', '操作の記録', 'Audit trail', IconHistory, 60, 'audit.read-all'),
    entry('holidays', '休業日', 'Closing days', IconCalendarOff, 62),
    entry('staff', '担当者', 'Staff', IconUsers, 64, 'operators.write'),
    entry(
      'billing-settings',
      '請求の設定',
      'Billing settings',
      IconAdjustments,
      66,
      'billing.read-all',
    ),
  ],
  routes: [
    { path: 'audit', lazy: () => import('./audit.page.js') },
    { path: 'holidays', lazy: () => import('./holidays.page.js') },
    { path: 'staff', lazy: () => import('./staff.page.js') },
    { path: 'billing-settings', lazy: () => import('./billing-settings.page.js') },
  ],
};
