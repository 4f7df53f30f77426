import { FindDangerousLinks } from '#lib/campaigns';
import type { LinkDanger } from '#lib/campaigns';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Sign } from '../domain/sign.js';
import { atLeast } from '../domain/signs.js';
import { DetectorSettingsStore } from '../store/detector-settings.store.js';
import { OpenCases } from './open-cases.js';

const linkDetectors = ['blocked-links', 'deceptive-links'] as const;

/** Which dangers each detector of links speaks of; short links alone are no sign. */
const dangersOf: Readonly<Record<(typeof linkDetectors)[number], readonly LinkDanger[]>> = {
  'blocked-links': ['blocked'],
  'deceptive-links': ['credentials', 'mismatch', 'look-alike', 'ip-host'],
};

/** Looks where the links of a campaign lead once more when it leaves: the list may have grown since it was checked. @clause W12A-16 */
@Injectable()
export class LookAtLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: DetectorSettingsStore,
    private readonly links: FindDangerousLinks,
    private readonly open: OpenCases,
  ) {}

  async execute(launched: { tenantId: string; campaignId: string }): Promise<void> {
    const tenantId = asTenantId(launched.tenantId);
    const { campaignId } = launched;
    await this.database.asSystem(async (tx) => {
      const settings = await this.settings.all(tx);
      const found = await this.links.ofCampaign(tx, tenantId, campaignId);
      const signs = linkDetectors.flatMap((detector): Sign[] => {
        const links = found.filter(({ danger }) => dangersOf[detector].includes(danger)).length;
        const { links: least } = settings[detector].thresholds;
        const evidence = atLeast('links', links, least);
        return evidence ? [{ detector, tenantId, campaignId, evidence }] : [];
      });
      await this.open.within(tx, settings, signs);
    });
  }
}
