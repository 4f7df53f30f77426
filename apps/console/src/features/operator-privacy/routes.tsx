import {
  IconDatabaseExclamation,
  IconDatabaseExport,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('privacy');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry(
      'privacy-requests',
      '開示などの請求',
      'Privacy requests',
      IconUserShield,
      28,
      'inquiries.read',
    ),
    entry('breaches', '漏えい等の事案', 'Breaches', IconDatabaseExclamation, 29, 'inquiries.read'),
    entry('disclosures', '外部への提供', 'Disclosures', IconDatabaseExport, 29, 'inquiries.read'),
    entry('processors', '委託先', 'Processors', IconUsersGroup, 29, 'inquiries.read'),
  ],
  routes: [
    { path: 'privacy-requests', lazy: () => import('./requests.page.js') },
    { path: 'privacy-requests/:requestId', lazy: () => import('./request.page.js') },
    { path: 'disclosures', lazy: () => import('./disclosures.page.js') },
    { path: 'processors', lazy: () => import('./processors.page.js') },
    { path: 'breaches', lazy: () => import('./breaches.page.js') },
  ],
};
