import { IconActivity, IconStack2 } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator',
      label: { ja: '概況', en: 'Overview' },
      icon: IconActivity,
      order: 10,
      end: true,
    },
    {
      to: '/operator/jobs',
      label: { ja: 'ジョブ', en: 'Jobs' },
      icon: IconStack2,
      order: 12,
      permission: 'queues.read',
    },
  ],
  routes: [
    { index: true, lazy: () => import('./overview.page.js') },
    { path: 'jobs', lazy: () => import('./jobs.page.js') },
  ],
};
