import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantId } from '#lib/kernel';
import type { Secrets } from '../secrets/index.js';
import { createOnce, destroyFile, hasCode } from './durable-file.js';
import { KeyStore } from './key-store.js';
import { keyErrors } from './tenant-keys.errors.js';

/**
 * Keys as files, one a tenant, each wrapped by a key derived from SECRET_KEY: neither the folder nor the secret opens
 * anything without the other. A key that was destroyed leaves a mark, so that a key brought back by a restored backup
 * of the folder does not count.
 */
export class KeyFolder extends KeyStore {
  constructor(
    private readonly folder: string,
    private readonly secrets: Secrets,
  ) {
    super();
  }

  async obtain(tenantId: TenantId): Promise<Buffer> {
    const known = await this.read(tenantId);
    if (known) return known;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const wrapped = this.secrets.encrypt('tenant-key', tenantId, randomBytes(32));
    await createOnce(this.path(tenantId, 'key'), Buffer.from(`${wrapped.toString('base64url')}\n`));
    // Whoever was first made it; and whoever destroyed it meanwhile has the last word.
    const made = await this.read(tenantId);
    if (!made) throw new Error('the key of a tenant is gone right after it was made');
    return made;
  }

  async knows(tenantId: TenantId): Promise<boolean> {
    const found = await Promise.all([
      exists(this.path(tenantId, 'key')),
      exists(this.path(tenantId, 'destroyed')),
    ]);
    return found.includes(true);
  }

  async destroy(tenantId: TenantId): Promise<boolean> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // First the mark: should we die between the two, the key is as good as gone.
    await createOnce(this.path(tenantId, 'destroyed'), Buffer.alloc(0));
    return destroyFile(this.path(tenantId, 'key'));
  }

  private async read(tenantId: TenantId): Promise<Buffer | undefined> {
    const text = await readFile(this.path(tenantId, 'key'), 'utf8').catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    });
    if (await exists(this.path(tenantId, 'destroyed'))) {
      if (text !== undefined) await destroyFile(this.path(tenantId, 'key'));
      throw keyErrors.destroyed();
    }
    return text === undefined
      ? undefined
      : this.secrets.decrypt('tenant-key', tenantId, Buffer.from(text.trim(), 'base64url'));
  }

  private path(tenantId: TenantId, kind: 'key' | 'destroyed'): string {
    return join(this.folder, `${tenantId}.${kind}`);
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    },
  );
