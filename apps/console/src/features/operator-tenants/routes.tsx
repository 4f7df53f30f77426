import { IconBuilding, IconClipboardCheck, IconInbox } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('tenants');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('tenants', '契約者', 'Tenants', IconBuilding, 20, 'tenants.read'),
    entry('applications', '申し込み', 'Applications', IconInbox, 22, 'tenants.read'),
    entry('approvals', '判断待ち', 'To decide', IconClipboardCheck, 24, 'tenants.read'),
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
