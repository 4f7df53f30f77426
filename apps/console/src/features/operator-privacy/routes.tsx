import {
  IconDatabaseExclamation,
  IconDatabaseExport,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

const group = { ja: '個人情報', en: 'Personal data' };

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator/privacy-requests',
      label: { ja: '開示などの請求', en: 'Privacy requests' },
      icon: IconUserShield,
      order: 28,
      permission: 'inquiries.read',
      group,
    },
    {
      to: '/operator/breaches',
      label: { ja: '漏えい等の事案', en: 'Breaches' },
      icon: IconDatabaseExclamation,
      order: 29,
      permission: 'inquiries.read',
      group,
    },
    {
      to: '/operator/disclosures',
      label: { ja: '外部への提供', en: 'Disclosures' },
      icon: IconDatabaseExport,
      order: 29,
      permission: 'inquiries.read',
      group,
    },
    {
      to: '/operator/processors',
      label: { ja: '委託先', en: 'Processors' },
      icon: IconUsersGroup,
      order: 29,
      permission: 'inquiries.read',
      group,
    },
  ],
  routes: [
    { path: 'privacy-requests', lazy: () => import('./requests.page.js') },
    { path: 'privacy-requests/:requestId', lazy: () => import('./request.page.js') },
    { path: 'disclosures', lazy: () => import('./disclosures.page.js') },
    { path: 'processors', lazy: () => import('./processors.page.js') },
    { path: 'breaches', lazy: () => import('./breaches.page.js') },
  ],
};
