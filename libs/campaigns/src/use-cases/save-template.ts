import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { templateErrors } from '../campaigns.errors.js';
import { blankDraft } from '../domain/blank-draft.js';
import type { Campaign, Draft } from '../domain/campaign.js';
import { contentOf } from '../domain/template.js';
import type { Template } from '../domain/template.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { TemplatesStore } from '../store/templates.store.js';
import { CompileDraft } from './compile-draft.js';
import { CreateCampaign } from './create-campaign.js';

interface By {
  readonly tenantId: TenantId;
  readonly actor: Actor;
}

/** Keeps words to begin campaigns with: written as such or taken from a campaign, and begun with. */
@Injectable()
export class SaveTemplate {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesStore,
    private readonly campaigns: CampaignsStore,
    private readonly compile: CompileDraft,
    private readonly create: CreateCampaign,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A new one. @throws BusinessError template.name-taken */
  async execute(by: By, name: string, changes: Partial<Draft>): Promise<Template> {
    const draft = await this.compile.changed(blankDraft, changes);
    return this.database.inTenant(by.tenantId, (tx) => this.insert(tx, by, name, draft));
  }

  /** @throws BusinessError campaign.not-found, template.name-taken */
  fromCampaign(by: By, name: string, campaignId: string): Promise<Template> {
    return this.database.inTenant(by.tenantId, async (tx) => {
      const { draft } = await this.campaigns.get(tx, by.tenantId, campaignId);
      return this.insert(tx, by, name, draft);
    });
  }

  /** @throws BusinessError template.not-found, template.name-taken, request.version-changed */
  change(
    { tenantId, actor }: By,
    { id, version }: { id: string; version: number },
    { name, ...changes }: Partial<Draft> & { name?: string },
  ): Promise<Template> {
    return this.database.inTenant(tenantId, async (tx) => {
      const template = await this.templates.get(tx, tenantId, id);
      const draft = await this.compile.changed({ ...blankDraft, ...template.content }, changes);
      const next = { name: name ?? template.name, content: contentOf(draft) };
      if (!(await this.templates.update(tx, tenantId, { id, version }, next, this.clock.now())))
        throw httpErrors.versionChanged({ field: 'If-Match' });
      await this.record(tx, { tenantId, actor }, 'template.changed', id);
      return this.templates.get(tx, tenantId, id);
    });
  }

  /** @throws BusinessError template.not-found */
  delete(by: By, id: string): Promise<void> {
    return this.database.inTenant(by.tenantId, async (tx) => {
      if (!(await this.templates.delete(tx, by.tenantId, id))) throw templateErrors.notFound();
      await this.record(tx, by, 'template.deleted', id);
    });
  }

  /** A new draft with the words of a template. @throws BusinessError template.not-found */
  async begin(by: By, id: string): Promise<Campaign> {
    const { content } = await this.read(by.tenantId, id);
    return this.create.execute({ ...by, draft: { ...blankDraft, ...content } });
  }

  read(tenantId: TenantId, id: string): Promise<Template> {
    return this.database.inTenant(tenantId, (tx) => this.templates.get(tx, tenantId, id));
  }

  list(tenantId: TenantId): Promise<Template[]> {
    return this.database.inTenant(tenantId, (tx) => this.templates.list(tx, tenantId));
  }

  private async insert(tx: Tx, by: By, name: string, draft: Draft): Promise<Template> {
    const at = this.clock.now();
    const content = contentOf(draft);
    const template = { id: newId(at), version: 1, name, content, createdAt: at, updatedAt: at };
    await this.templates.insert(tx, by.tenantId, template);
    await this.record(tx, by, 'template.created', template.id);
    return template;
  }

  private record(tx: Tx, { tenantId, actor }: By, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { tenantId, actor, action, subject: { kind: 'template', id } });
  }
}
