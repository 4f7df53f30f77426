import { IconBuildingBank, IconListDetails } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('money');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('catalogue', 'コース', 'Courses', IconListDetails, 37, 'tenants.read'),
    entry('banks', '銀行の設定', 'Banks', IconBuildingBank, 38, 'billing.read-all'),
  ],
  routes: [
    { path: 'catalogue', lazy: () => import('./catalogue/catalogue.page.js') },
    { path: 'banks', lazy: () => import('./banks/banks.page.js') },
  ],
};
