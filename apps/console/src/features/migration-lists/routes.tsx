import { IconUsersPlus } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/migration-lists',
      label: { ja: '移行リスト', en: 'Migration lists' },
      icon: IconUsersPlus,
      order: 35,
      permission: 'subscribers.read',
    },
  ],
  routes: [
    { path: 'migration-lists', lazy: () => import('./migration-lists.page.js') },
    { path: 'migration-lists/:migrationListId', lazy: () => import('./migration-list.page.js') },
  ],
};
