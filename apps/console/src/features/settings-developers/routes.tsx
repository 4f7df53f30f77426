import { IconApi, IconWebhook } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/settings/api-keys',
      label: { ja: 'API キー', en: 'API keys' },
      icon: IconApi,
      order: 87,
      permission: 'keys.write',
      group: { ja: '設定', en: 'Settings' },
    },
    {
      to: '/settings/webhooks',
      label: { ja: 'Webhook', en: 'Webhooks' },
      icon: IconWebhook,
      order: 88,
      permission: 'webhooks.write',
      group: { ja: '設定', en: 'Settings' },
    },
  ],
  routes: [
    { path: 'settings/api-keys', lazy: () => import('./api-keys.page.js') },
    { path: 'settings/webhooks', lazy: () => import('./webhooks.page.js') },
  ],
};
