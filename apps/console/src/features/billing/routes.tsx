import { IconReceipt } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'tenant',
  navigation: [
    {
      to: '/billing',
      label: { ja: '請求', en: 'Billing' },
      icon: IconReceipt,
      order: 65,
      permission: 'billing.read',
      group: { ja: '契約と請求', en: 'Contract and billing' },
    },
  ],
  routes: [
    { path: 'billing', lazy: () => import('./billing.page.js') },
    { path: 'billing/invoices/:invoiceId', lazy: () => import('./invoice.page.js') },
  ],
};
