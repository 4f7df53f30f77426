import { IconFileText } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('operation');

export const feature: Feature = {
  area: 'operator',
  navigation: [entry('terms', '規約', 'Terms', IconFileText, 61, 'terms.write')],
  routes: [
    { path: 'terms', lazy: () => import('./documents.page.js') },
    { path: 'terms/:slug', lazy: () => import('./document.page.js') },
    { path: 'terms/:slug/:number', lazy: () => import('./version.page.js') },
  ],
};
