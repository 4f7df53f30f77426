import { IconMailbox } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/newsletters',
      label: { ja: 'メールマガジン', en: 'Newsletters' },
      icon: IconMailbox,
      order: 30,
      permission: 'newsletters.read',
    },
  ],
  routes: [
    { path: 'newsletters', lazy: () => import('./newsletters.page.js') },
    { path: 'newsletters/:newsletterId', lazy: () => import('./newsletter.page.js') },
    { path: 'newsletters/:newsletterId/form', lazy: () => import('./form/form.page.js') },
  ],
};
