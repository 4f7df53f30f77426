import { IconBell } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { UnreadMark } from './unread-mark.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/notices',
      label: { ja: 'お知らせ', en: 'Notices' },
      icon: IconBell,
      order: 70,
      permission: 'notices.read',
      mark: UnreadMark,
      group: { ja: '契約と請求', en: 'Contract and billing' },
    },
  ],
  routes: [
    { path: 'notices', lazy: () => import('./notices.page.js') },
    { path: 'notices/:noticeId', lazy: () => import('./notice.page.js') },
  ],
};
