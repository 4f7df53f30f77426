import { IconFilter } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/segments',
      label: { ja: 'セグメント', en: 'Segments' },
      icon: IconFilter,
      order: 40,
      permission: 'campaigns.read',
    },
  ],
  routes: [
    { path: 'segments', lazy: () => import('./segments.page.js') },
    { path: 'segments/:segmentId', lazy: () => import('./segment.page.js') },
  ],
};
