import { LeakFreeze } from '#lib/accounts';
import { MaySend } from '#lib/contracts';
import { PreviewContent, SendingDomains, checkContent } from '#lib/delivery';
import type { ContentProblem, MailingContent } from '#lib/delivery';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { CountAudience } from '#lib/subscribers';
import type { Target } from '#lib/subscribers';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Draft } from '../domain/campaign.js';
import { checkCampaign } from '../domain/check-campaign.js';
import type { Finding } from '../domain/finding.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { RecentCampaignsStore } from '../store/recent-campaigns.store.js';
import { CompileDraft } from './compile-draft.js';
import { ComposeContent, sampleOf } from './compose-content.js';
import { FindDangerousLinks } from './find-dangerous-links.js';

const monthMs = 30 * 86_400_000;

export interface Reviewed {
  readonly findings: readonly Finding[];
  /** How many persons would get it now. */
  readonly recipients: number;
}

interface Checked extends Reviewed {
  readonly content: MailingContent;
  readonly target: Target;
}

/** What keeps a campaign from being sent, and advice. @clause W9.6 */
@Injectable()
export class CheckCampaign {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly compose: ComposeContent,
    private readonly count: CountAudience,
    private readonly maySend: MaySend,
    private readonly preview: PreviewContent,
    private readonly sendingDomains: SendingDomains,
    private readonly freeze: LeakFreeze,
    private readonly compile: CompileDraft,
    private readonly dangerous: FindDangerousLinks,
    private readonly recent: RecentCampaignsStore,
    private readonly clock: Clock,
  ) {}

  /** As if it were sent now, or at the planned time. */
  execute(tenantId: TenantId, campaignId: string, plannedAt?: Date): Promise<Reviewed> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { draft } = await this.campaigns.get(tx, tenantId, campaignId);
      const at = plannedAt ?? this.clock.now();
      const { findings, recipients } = await this.within(tx, tenantId, draft, at, plannedAt);
      return { findings, recipients };
    });
  }

  /** @param at when it is to leave; `plannedAt` the same, if somebody chose it */
  async within(
    tx: Tx,
    tenantId: TenantId,
    draft: Draft,
    at: Date,
    plannedAt?: Date,
  ): Promise<Checked> {
    const composed = await this.compose.within(tx, tenantId, draft);
    const { content, target, sender, sharedFields, problems } = composed;
    const names = sharedFields.map(({ name }) => name);
    const templateFindings = [
      ...checkContent(content, names).map((each) => found(partOf(each.field), each)),
      ...problems.map((each) => found('target', each)),
    ];
    const isBroken = templateFindings.some(({ code }) => code.endsWith('.broken-template'));
    const recipients = problems.length > 0 ? 1 : await this.count.within(tx, tenantId, target);
    const { links } = this.preview;
    const rendered = isBroken ? null : this.preview.execute(content, sampleOf(composed));
    const isOwnLink = (url: string): boolean => Object.values(links).includes(url);
    const findings = checkCampaign({
      draft,
      sender,
      authentication: await this.authenticationOf(tx, tenantId, sender.fromAddress),
      templateFindings,
      rendered,
      dangers: rendered ? await this.dangerous.within(tx, rendered, isOwnLink) : [],
      unsubscribeUrl: links.unsubscribe,
      recipients,
      contractActive: await this.maySend.check(tx, tenantId, at),
      frozen: await this.freeze.isFrozen(tx, tenantId),
      sourceProblems: draft.mjml === null ? [] : (await this.compile.execute(draft.mjml)).problems,
      lastTwinAt: await this.recent.lastTwin(tx, tenantId, draft, new Date(at.getTime() - monthMs)),
      plannedAt,
      isOwnLink,
    });
    return { findings, content, target, recipients };
  }

  private authenticationOf(
    tx: Tx,
    tenantId: TenantId,
    fromAddress: string,
  ): ReturnType<SendingDomains['authenticationOf']> {
    const fromDomain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
    return this.sendingDomains.authenticationOf(tx, tenantId, fromDomain);
  }
}

const partOf = (field: string): string => field.split('.', 1)[0] ?? field;

const found = (part: string, { field, code, messages }: ContentProblem): Finding => ({
  code: `${part}.${code}`,
  severity: 'error',
  field,
  messages,
});
