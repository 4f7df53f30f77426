import type { BusyTenant } from './busy-tenant.js';

/** Pages that anybody may open without a token, for a tenant with the newsletter `news`. */
export const publicPages = ({ slug }: Pick<BusyTenant, 'slug'>): string[] => [
  '/',
  `/t/${slug}/news`,
  `/t/${slug}/news/check-mail`,
  `/t/${slug}/news/snippet`,
  `/report?sender=${slug}`,
  `/privacy/request?sender=${slug}`,
  '/privacy/request?lang=en',
  '/external-transmission',
  '/external-transmission?lang=en',
  '/contact',
  '/terms',
  '/health/live',
  '/health/ready',
  '/no-such-page',
];
