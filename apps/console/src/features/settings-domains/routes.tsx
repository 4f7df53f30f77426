import { IconWorldCheck } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/settings/domains',
      label: { ja: '送信ドメイン', en: 'Sending domains' },
      icon: IconWorldCheck,
      order: 82,
      permission: 'settings.read',
      group: { ja: '設定', en: 'Settings' },
    },
  ],
  routes: [{ path: 'settings/domains', lazy: () => import('./domains.page.js') }],
};
