import { createHash } from 'node:crypto';
import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Scanner } from '#platform/scanner';
import { Injectable } from '@nestjs/common';
import { imageSize } from 'image-size';
import { imageErrors } from '../campaigns.errors.js';
import { ImagesStore, imageTypes } from '../store/images.store.js';
import type { Image } from '../store/images.store.js';

export const largestImage = 5 * 1024 * 1024;
const longestSide = 5000;
const allTogether = 500 * 1024 * 1024;

interface Upload {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly name: string;
  readonly content: Buffer;
}

export interface HostedImage extends Image {
  /** Where everybody sees it; what is under it never changes. */
  readonly url: string;
}

/** Keeps the images of mails under a name that is their hash, so that they can be cached for ever. */
@Injectable()
export class KeepImage {
  constructor(
    private readonly database: Database,
    private readonly images: ImagesStore,
    private readonly tenants: Tenants,
    private readonly audit: AuditTrail,
    private readonly scanner: Scanner,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError image.not-an-image, image.too-large, image.infected, image.not-scanned, image.full */
  async execute({ tenantId, actor, name, content }: Upload): Promise<HostedImage> {
    const seen = look(content);
    await this.refuseViruses(content);
    const createdAt = this.clock.now();
    const sha256 = createHash('sha256').update(content).digest('hex');
    const fresh = { ...seen, id: newId(createdAt), sha256, name, size: content.length, createdAt };
    return this.database.inTenant(tenantId, async (tx) => {
      if ((await this.images.total(tx, tenantId)) + content.length > allTogether)
        throw imageErrors.full();
      const image = await this.images.insert(tx, tenantId, fresh, content);
      if (image.id === fresh.id)
        await this.audit.record(tx, {
          tenantId,
          actor,
          action: 'image.added',
          subject: { kind: 'image', id: image.id },
          details: { name, size: content.length },
        });
      const { slug } = await this.tenants.get(tx, tenantId);
      return this.hosted(slug, image);
    });
  }

  /** The newest first. */
  list(tenantId: TenantId, limit: number, before?: string): Promise<HostedImage[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { slug } = await this.tenants.get(tx, tenantId);
      const found = await this.images.list(tx, tenantId, limit, before);
      return found.map((image) => this.hosted(slug, image));
    });
  }

  /** @throws BusinessError image.not-found, image.in-use */
  delete({ tenantId, actor, id }: { tenantId: TenantId; actor: Actor; id: string }): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const image = await this.images.find(tx, tenantId, id);
      if (!image) throw imageErrors.notFound();
      if (await this.images.isShown(tx, tenantId, image.sha256)) throw imageErrors.inUse();
      await this.images.delete(tx, tenantId, id);
      const subject = { kind: 'image', id };
      await this.audit.record(tx, { tenantId, actor, action: 'image.deleted', subject });
    });
  }

  /** The bytes for the public address. @throws BusinessError image.not-found */
  async show(slug: string, sha256: string, type: string): Promise<Buffer> {
    const tenant = await this.tenants.bySlug(slug);
    const content =
      tenant &&
      (await this.database.inTenant(tenant.id, (tx) =>
        this.images.content(tx, tenant.id, sha256, type),
      ));
    if (!content) throw imageErrors.notFound();
    return content;
  }

  private async refuseViruses(content: Buffer): Promise<void> {
    const verdict = await this.scanner.scan(content);
    if (verdict.kind === 'infected') throw imageErrors.infected({ params: { name: verdict.name } });
    if (verdict.kind === 'unscanned') throw imageErrors.notScanned();
  }

  private hosted(slug: string, image: Image): HostedImage {
    return { ...image, url: `${this.config.publicUrl}/i/${slug}/${image.sha256}.${image.type}` };
  }
}

/** By the bytes themselves; what the sender says about them counts for nothing. */
const look = (content: Buffer): Pick<Image, 'type' | 'width' | 'height'> => {
  if (content.length > largestImage) throw imageErrors.tooLarge();
  let seen: { type?: string; width: number; height: number };
  try {
    seen = imageSize(new Uint8Array(content));
  } catch {
    throw imageErrors.notAnImage();
  }
  const type = imageTypes.find((known) => known === seen.type);
  if (!type || seen.width < 1 || seen.height < 1) throw imageErrors.notAnImage();
  if (seen.width > longestSide || seen.height > longestSide) throw imageErrors.tooLarge();
  return { type, width: seen.width, height: seen.height };
};
