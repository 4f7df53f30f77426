import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'open',
  routes: [
    { path: '/apply', lazy: () => import('./apply.page.js') },
    { path: '/apply/withdrawal', lazy: () => import('./withdrawal.page.js') },
  ],
};
