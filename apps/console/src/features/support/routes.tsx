import { IconMessages } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/support',
      label: { ja: '問い合わせ', en: 'Support' },
      icon: IconMessages,
      order: 78,
      permission: 'settings.read',
      group: { ja: '契約と請求', en: 'Contract and billing' },
    },
  ],
  routes: [
    { path: 'support', lazy: () => import('./support.page.js') },
    { path: 'support/:inquiryId', lazy: () => import('./inquiry.page.js') },
  ],
};
