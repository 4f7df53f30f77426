import { IconShieldLock } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/settings/security',
      label: { ja: 'セキュリティ', en: 'Security' },
      icon: IconShieldLock,
      order: 86,
      group: { ja: '設定', en: 'Settings' },
    },
  ],
  routes: [{ path: 'settings/security', lazy: () => import('./security.page.js') }],
};
