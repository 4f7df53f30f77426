import { IconFileText } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/contract',
      label: { ja: '契約', en: 'Contract' },
      icon: IconFileText,
      order: 60,
      permission: 'settings.read',
      group: { ja: '契約と請求', en: 'Contract and billing' },
    },
  ],
  routes: [
    { path: 'contract', lazy: () => import('./contract.page.js') },
    { path: 'contract/change', lazy: () => import('./change/change.page.js') },
    { path: 'contract/end', lazy: () => import('./end/end.page.js') },
    { path: 'contract/details', lazy: () => import('./details.page.js') },
  ],
};
