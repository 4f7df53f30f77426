import { IconId } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/settings/sender',
      label: { ja: '送信者と配信', en: 'Sender and sending' },
      icon: IconId,
      order: 80,
      permission: 'settings.read',
      group: { ja: '設定', en: 'Settings' },
    },
  ],
  routes: [{ path: 'settings/sender', lazy: () => import('./sender.page.js') }],
};
