import { billingParts } from '#lib/billing/testing';
import { bouncesParts } from '#lib/bounces/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers, subscribersParts } from '#lib/subscribers/testing';
import { supportParts } from '#lib/support/testing';
import type { TestApp } from '#test/app';
import type { Tables } from '#test/tables';
import { PrivacyHttpModule, privacyPages } from './http.js';
import { privacyJobs } from './jobs.js';
import { PrivacyModule } from './privacy.module.js';

const below = [subscribersParts, bouncesParts, billingParts, supportParts];
const once = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

/** What `startApp` needs for privacy and everything below; spread it and add your own. */
export const privacyParts: typeof subscribersParts = {
  modules: [...once(below.map(({ modules }) => modules)), PrivacyModule, PrivacyHttpModule],
  jobs: [...once(below.map(({ jobs }) => jobs)), privacyJobs],
  pages: [...once(below.map(({ pages }) => pages)), privacyPages],
};

/** A tenant with three readers whose contract ended with April 2026: its data are due on 7 May. */
export const endedTenant = async (app: TestApp, tables: Tables): Promise<TenantId> => {
  const { tenantId } = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 3);
  await tables.query(
    `UPDATE contracts SET stage = 'terminated', end_date = '2026-04-30', erase_service_data_by = '2026-05-07',
       erase_personal_data_from = '2026-11-01' WHERE tenant_id = $1`,
    [tenantId],
  );
  return tenantId;
};

/** Makes every erasure break off at the forms; gives the way to let them pass again. */
export const breakErasures = async (tables: Tables): Promise<() => Promise<void>> => {
  await tables.query(`CREATE FUNCTION balk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
    CREATE TRIGGER balk BEFORE DELETE ON form_versions FOR EACH ROW EXECUTE FUNCTION balk()`);
  return async () => {
    await tables.query('DROP TRIGGER balk ON form_versions');
  };
};
