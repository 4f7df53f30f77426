import { IconHome } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    { to: '/', label: { ja: 'ホーム', en: 'Home' }, icon: IconHome, order: 10, end: true },
  ],
  routes: [{ index: true, lazy: () => import('./home.page.js') }],
};
