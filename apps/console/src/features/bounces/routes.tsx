import { IconMailX } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/bounces',
      label: { ja: '不達', en: 'Bounces' },
      icon: IconMailX,
      order: 45,
      permission: 'campaigns.read',
    },
  ],
  routes: [{ path: 'bounces', lazy: () => import('./bounces.page.js') }],
};
