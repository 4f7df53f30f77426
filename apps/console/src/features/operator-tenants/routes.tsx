import { IconBuilding, IconClipboardCheck, IconInbox } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';

const group = { ja: '契約者', en: 'Tenants' };

export const feature: Feature = {
  area: 'operator',
  navigation: [
    {
      to: '/operator/tenants',
      label: { ja: '契約者', en: 'Tenants' },
      icon: IconBuilding,
      order: 20,
      permission: 'tenants.read',
      group,
    },
    {
      to: '/operator/applications',
      label: { ja: '申し込み', en: 'Applications' },
      icon: IconInbox,
      order: 22,
      permission: 'tenants.read',
      group,
    },
    {
      to: '/operator/approvals',
      label: { ja: '判断待ち', en: 'To decide' },
      icon: IconClipboardCheck,
      order: 24,
      permission: 'tenants.read',
      group,
    },
  ],
  routes: [
    { path: 'tenants', lazy: () => import('./tenants.page.js') },
    { path: 'tenants/:tenantId', lazy: () => import('./tenant.page.js') },
    { path: 'applications', lazy: () => import('./applications.page.js') },
    { path: 'applications/new', lazy: () => import('./new-application.page.js') },
    { path: 'applications/:applicationId', lazy: () => import('./application.page.js') },
    { path: 'approvals', lazy: () => import('./approvals.page.js') },
  ],
};
