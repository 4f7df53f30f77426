import { IconUsers } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/settings/members',
      label: { ja: 'メンバー', en: 'Members' },
      icon: IconUsers,
      order: 84,
      permission: 'members.read',
      group: { ja: '設定', en: 'Settings' },
    },
  ],
  routes: [{ path: 'settings/members', lazy: () => import('./members.page.js') }],
};
