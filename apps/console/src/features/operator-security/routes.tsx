import { IconShieldLock } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator/security',
      label: { ja: 'セキュリティ', en: 'Security' },
      icon: IconShieldLock,
      order: 68,
      group: { ja: '運営', en: 'Operation' },
    },
  ],
  routes: [{ path: 'security', lazy: () => import('./security.page.js') }],
};
