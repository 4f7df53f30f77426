import { IconArchive } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator/retention',
      label: { ja: '保存と消去', en: 'Retention and erasure' },
      icon: IconArchive,
      order: 29.5,
      permission: 'inquiries.read',
      group: { ja: '個人情報', en: 'Personal data' },
    },
  ],
  routes: [{ path: 'retention', lazy: () => import('./retention.page.js') }],
};
