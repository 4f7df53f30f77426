import type { Feature } from '../../app/feature.js';

export const feature: Feature = {
  area: 'operator',
  routes: [
    { path: 'tenants/:tenantId/campaigns', lazy: () => import('./campaigns.page.js') },
    { path: 'tenants/:tenantId/campaigns/:campaignId', lazy: () => import('./campaign.page.js') },
  ],
};
