import { IconFileCheck } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/terms',
      label: { ja: '規約', en: 'Terms' },
      icon: IconFileCheck,
      order: 75,
      permission: 'settings.read',
      group: { ja: '契約と請求', en: 'Contract and billing' },
    },
  ],
  routes: [{ path: 'terms', lazy: () => import('./terms.page.js') }],
};
