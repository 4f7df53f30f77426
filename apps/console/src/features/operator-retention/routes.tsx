import { IconArchive } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('privacy');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('retention', '保存と消去', 'Retention and erasure', IconArchive, 29.5, 'inquiries.read'),
  ],
  routes: [{ path: 'retention', lazy: () => import('./retention.page.js') }],
};
