import { IconHistory } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/settings/audit',
      label: { ja: '操作の記録', en: 'Record of actions' },
      icon: IconHistory,
      order: 89,
      permission: 'audit.read',
      group: { ja: '設定', en: 'Settings' },
    },
  ],
  routes: [{ path: 'settings/audit', lazy: () => import('./audit.page.js') }],
};
