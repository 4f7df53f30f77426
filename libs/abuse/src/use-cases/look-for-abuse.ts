import { Operators, Tenants } from '#lib/accounts';
import { HoldMailing, MailingProgress } from '#lib/delivery';
import { Clock } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { ProposeCase } from '#lib/support';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { detectors } from '../domain/detector.js';
import type { Sign } from '../domain/sign.js';
import { signsFound } from '../signs-found.notice.js';
import { DetectorSettingsStore } from '../store/detector-settings.store.js';
import { FindSigns } from './find-signs.js';
import { TellTenantOfHold } from './tell-tenant-of-hold.js';

/**
 * Looks at the figures of all tenants and opens a case for each sign of abuse. Some detectors hold the campaign that
 * they speak of; the tenant is told. People decide: nothing else happens by itself.
 * @clause P4-2, W12A
 */
@Injectable()
export class LookForAbuse {
  constructor(
    private readonly database: Database,
    private readonly settings: DetectorSettingsStore,
    private readonly find: FindSigns,
    private readonly propose: ProposeCase,
    private readonly hold: HoldMailing,
    private readonly progress: MailingProgress,
    private readonly tellTenant: TellTenantOfHold,
    private readonly tenants: Tenants,
    private readonly operators: Operators,
    private readonly notices: PostNotice,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const settings = await this.settings.all(tx);
      const found = await this.find.within(tx, settings, this.clock.now());
      const cases = [];
      for (const sign of found) {
        const { isOn, holds } = settings[sign.detector];
        const { code, text } = detectors[sign.detector];
        const isHeld = isOn && (await this.open(tx, sign, holds));
        if (isHeld === null || !isOn) continue;
        const { name: tenantName } = await this.tenants.get(tx, sign.tenantId);
        cases.push({ tenantName, code, text, isHeld });
      }
      if (cases.length === 0) return;
      const link = `${this.config.publicUrl}/console/operator/abuse`;
      const notice = write(signsFound, 'ja', { cases, link });
      for (const to of await this.operators.mailboxes(tx, 'inquiries.write'))
        await this.notices.within(tx, { tenantId: null, to, locale: 'ja', ...notice });
    });
  }

  /** Whether the campaign is held now; null when the same was said before. */
  private async open(tx: Tx, sign: Sign, holds: boolean): Promise<boolean | null> {
    const { tenantId, campaignId, detector, evidence } = sign;
    const { code, text } = detectors[detector];
    const proposal = { tenantId, campaignId, detector, code, summary: text.ja };
    if (!(await this.propose.within(tx, { ...proposal, evidence }))) return null;
    if (!holds || campaignId === null) return false;
    const { status } = await this.progress.read(tx, tenantId, campaignId);
    if (status !== 'running' && status !== 'paused') return false; // its mails have left
    const isHeld = await this.hold.within(tx, tenantId, campaignId);
    if (isHeld) await this.tellTenant.within(tx, tenantId, { campaignId, text });
    return isHeld;
  }
}
