import { IconTemplate } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/templates',
      label: { ja: 'テンプレート', en: 'Templates' },
      icon: IconTemplate,
      order: 25,
      permission: 'campaigns.read',
    },
  ],
  routes: [{ path: 'templates', lazy: () => import('./templates.page.js') }],
};
