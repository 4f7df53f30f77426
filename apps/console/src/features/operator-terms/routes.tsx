import { IconFileText } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator/terms',
      label: { ja: '規約', en: 'Terms' },
      icon: IconFileText,
      order: 61,
      permission: 'terms.write',
      group: { ja: '運営', en: 'Operation' },
    },
  ],
  routes: [
    { path: 'terms', lazy: () => import('./documents.page.js') },
    { path: 'terms/:slug', lazy: () => import('./document.page.js') },
    { path: 'terms/:slug/:number', lazy: () => import('./version.page.js') },
  ],
};
