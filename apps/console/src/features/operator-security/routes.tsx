import { IconShieldLock } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('operation');

export const feature: Feature = {
  area: 'operator',
  navigation: [entry('security', 'セキュリティ', 'Security', IconShieldLock, 68)],
  routes: [{ path: 'security', lazy: () => import('./security.page.js') }],
};
