import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export const imageTypes = ['png', 'jpg', 'gif', 'webp'] as const;
type ImageType = (typeof imageTypes)[number];

/** An image without its bytes. */
export interface Image {
  readonly id: string;
  /** In hexadecimal; its name on the web. */
  readonly sha256: string;
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  readonly name: string;
  readonly createdAt: Date;
}

const columns = `id, encode(sha256, 'hex') AS sha256, type, width, height, size, name, created_at AS "createdAt"`;

@Injectable()
export class ImagesStore {
  /** The same bytes twice are one image. */
  async insert(tx: Tx, tenantId: TenantId, image: Image, content: Buffer): Promise<Image> {
    await tx.execute(
      `INSERT INTO images (tenant_id, id, sha256, type, width, height, size, name, content, created_at)
       VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (tenant_id, sha256) DO NOTHING`,
      [
        tenantId,
        image.id,
        image.sha256,
        image.type,
        image.width,
        image.height,
        image.size,
        image.name,
        content,
        image.createdAt,
      ],
    );
    const [kept] = await tx.query<Image>(
      `SELECT ${columns} FROM images WHERE tenant_id = $1 AND sha256 = decode($2, 'hex')`,
      [tenantId, image.sha256],
    );
    return kept ?? image;
  }

  /** The newest first, from before `before`. */
  list(tx: Tx, tenantId: TenantId, limit: number, before?: string): Promise<Image[]> {
    return tx.query<Image>(
      `SELECT ${columns} FROM images WHERE tenant_id = $1 AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $2`,
      [tenantId, limit, before ?? null],
    );
  }

  async find(tx: Tx, tenantId: TenantId, id: string): Promise<Image | undefined> {
    const [image] = await tx.query<Image>(
      `SELECT ${columns} FROM images WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    return image;
  }

  async content(
    tx: Tx,
    tenantId: TenantId,
    sha256: string,
    type: string,
  ): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ content: Buffer }>(
      `SELECT content FROM images WHERE tenant_id = $1 AND sha256 = decode($2, 'hex') AND type = $3`,
      [tenantId, sha256, type],
    );
    return row?.content;
  }

  /** Bytes of all images together. */
  async total(tx: Tx, tenantId: TenantId): Promise<number> {
    const [row] = await tx.query<{ total: string }>(
      'SELECT coalesce(sum(size), 0)::text AS total FROM images WHERE tenant_id = $1',
      [tenantId],
    );
    return Number(row?.total ?? 0);
  }

  /** Whether a draft, a mail that was sent or a template shows it. */
  async isShown(tx: Tx, tenantId: TenantId, sha256: string): Promise<boolean> {
    const [row] = await tx.query<{ shown: boolean }>(
      `SELECT EXISTS (SELECT FROM campaigns WHERE tenant_id = $1 AND (strpos(html, $2) > 0 OR strpos(mjml, $2) > 0))
           OR EXISTS (SELECT FROM campaign_versions WHERE tenant_id = $1 AND strpos(content ->> 'html', $2) > 0)
           OR EXISTS (SELECT FROM campaign_templates WHERE tenant_id = $1 AND strpos(content::text, $2) > 0) AS shown`,
      [tenantId, sha256],
    );
    return row?.shown ?? false;
  }

  async delete(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await tx.execute('DELETE FROM images WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
  }
}
