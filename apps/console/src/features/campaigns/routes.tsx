import { IconSend } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/campaigns',
      label: { ja: 'キャンペーン', en: 'Campaigns' },
      icon: IconSend,
      order: 20,
      permission: 'campaigns.read',
    },
  ],
  routes: [
    { path: 'campaigns', lazy: () => import('./list/campaigns.page.js') },
    { path: 'campaigns/:campaignId', lazy: () => import('./report/report.page.js') },
    {
      path: 'campaigns/:campaignId/edit/:step?',
      lazy: () => import('./composer/composer.page.js'),
    },
  ],
};
