import { IconLifebuoy } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/settings/assistance',
      label: { ja: '代行の許可', en: 'Help from the provider' },
      icon: IconLifebuoy,
      order: 85,
      permission: 'settings.read',
      group: { ja: '設定', en: 'Settings' },
    },
  ],
  routes: [{ path: 'settings/assistance', lazy: () => import('./assistance.page.js') }],
};
