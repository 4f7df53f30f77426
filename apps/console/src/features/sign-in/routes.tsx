import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'open',
  routes: [
    { path: '/sign-in', lazy: () => import('./member-sign-in.page.js') },
    { path: '/operator/sign-in', lazy: () => import('./operator-sign-in.page.js') },
    { path: '/forgotten-password', lazy: () => import('./forgotten-password.page.js') },
  ],
};
