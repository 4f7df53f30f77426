import { DeliveryHistory, MessageIds, ReturnPath } from '#lib/delivery';
import type { DeliveryRef } from '#lib/delivery';
import { asTenantId } from '#lib/kernel';
import { FindPerson } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isMailSystemOf } from '../domain/mail-system.js';
import type { Report } from '../domain/report/report.js';
import type { Traces } from '../domain/report/traces.js';

const historyLimit = 100;

interface Attribution {
  readonly ref: DeliveryRef;
  /** False where a recipient is named by somebody who may be anybody: that proves nothing. */
  readonly isVouchedFor: boolean;
}

/**
 * Finds out which mail a report without a signed return path is about: by what we signed within it, then by its
 * recipient among the readers of the campaign that it names.
 */
@Injectable()
export class AttributeReport {
  constructor(
    private readonly returnPath: ReturnPath,
    private readonly messageIds: MessageIds,
    private readonly people: FindPerson,
    private readonly history: DeliveryHistory,
  ) {}

  /**
   * In a transaction of the system.
   * @param isAuthentic whether the reporter is who it says: then the mail system of the recipient's own domain is
   * believed without our signature
   */
  async within(
    tx: Tx,
    report: Report,
    traces: Traces,
    isAuthentic: boolean,
  ): Promise<Attribution | undefined> {
    const ref = await this.bySignature(tx, traces);
    if (ref) return { ref, isVouchedFor: true };
    const named = await this.byRecipient(tx, report, traces);
    if (!named) return undefined;
    const isFirstHand = traces.reporter !== null && isMailSystemOf(traces.reporter, named.domain);
    return { ref: named, isVouchedFor: isAuthentic && isFirstHand };
  }

  private async bySignature(tx: Tx, traces: Traces): Promise<DeliveryRef | undefined> {
    for (const address of traces.returnPaths) {
      const ref = await this.returnPath.within(tx, address);
      if (ref) return ref;
    }
    for (const messageId of traces.messageIds) {
      const ref = await this.messageIds.read(tx, messageId);
      if (ref) return ref;
    }
    return undefined;
  }

  private async byRecipient(
    tx: Tx,
    { recipients }: Report,
    { campaign, sentTo }: Traces,
  ): Promise<DeliveryRef | undefined> {
    if (!campaign) return undefined;
    const tenantId = asTenantId(campaign.tenantId);
    for (const recipient of [...recipients.map((each) => each.recipient), ...sentTo]) {
      const subscriberId = recipient && (await this.people.within(tx, tenantId, recipient));
      if (!subscriberId) continue;
      const past = await this.history.of(tx, tenantId, subscriberId, historyLimit);
      const mail = past.find(({ campaignId }) => campaignId === campaign.campaignId);
      if (!mail) continue;
      const { campaignId, deliveryNo, domain } = mail;
      return { tenantId, campaignId, subscriberId, deliveryNo, domain };
    }
    return undefined;
  }
}
