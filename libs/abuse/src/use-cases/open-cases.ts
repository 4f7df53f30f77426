import { TellOperators, TellOwners, Tenants } from '#lib/accounts';
import { HoldMailing, MailingProgress } from '#lib/delivery';
import { ProposeCase } from '#lib/support';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { detectors } from '../domain/detector.js';
import type { AllSettings } from '../domain/detector.js';
import type { Sign } from '../domain/sign.js';
import { campaignHeld } from '../campaign-held.notice.js';
import { signsFound } from '../signs-found.notice.js';

/**
 * Opens a case for each sign that is new, holds the campaign where the detector does, and tells operators. People
 * decide: nothing else happens by itself. @clause P4-2, W12A
 */
@Injectable()
export class OpenCases {
  constructor(
    private readonly propose: ProposeCase,
    private readonly hold: HoldMailing,
    private readonly progress: MailingProgress,
    private readonly tellOwners: TellOwners,
    private readonly tenants: Tenants,
    private readonly tellOperators: TellOperators,
    private readonly config: Config,
  ) {}

  /** The transaction must be the system's. */
  async within(tx: Tx, settings: AllSettings, signs: readonly Sign[]): Promise<void> {
    const cases = [];
    for (const sign of signs.filter(({ detector }) => settings[detector].isOn)) {
      const { code, text } = detectors[sign.detector];
      const caseId = await this.propose.within(tx, { ...sign, code, summary: text.ja });
      if (caseId === undefined) continue;
      const isHeld = settings[sign.detector].holds && (await this.stop(tx, sign));
      const { name: tenantName } = await this.tenants.get(tx, sign.tenantId);
      const link = `${this.config.publicUrl}/console/operator/abuse-cases/${caseId}`;
      cases.push({ tenantName, code, text, isHeld, link });
    }
    if (cases.length === 0) return;
    await this.tellOperators.within(tx, 'inquiries.write', signsFound, { cases });
  }

  /** Whether the campaign stands still now; one whose mails have left does not. */
  private async stop(tx: Tx, { tenantId, campaignId, detector }: Sign): Promise<boolean> {
    if (campaignId === null) return false;
    const { status } = await this.progress.read(tx, tenantId, campaignId);
    if (status !== 'running' && status !== 'paused') return false;
    const isHeld = await this.hold.within(tx, tenantId, campaignId, `abuse/${detector}`);
    const { text } = detectors[detector];
    if (isHeld) await this.tellOwners.within(tx, tenantId, campaignHeld, { campaignId, text });
    return isHeld;
  }
}
