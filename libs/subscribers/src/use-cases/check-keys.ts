import { ConfigProblem } from '#platform/config';
import { Database } from '#platform/database';
import { TenantKeys } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { SealedTenants } from '../store/sealed-tenants.js';

/** Keeps a process from starting where it could not read the readers: better no mail than new keys beside lost ones. */
@Injectable()
export class CheckKeys implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly tenants: SealedTenants,
    private readonly keys: TenantKeys,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.execute();
  }

  /** @throws ConfigProblem when rows are not sealed yet or their keys are not there */
  async execute(): Promise<void> {
    const { plain, sealed } = await this.database.asSystem(async (tx) => ({
      plain: await this.tenants.isPlain(tx),
      sealed: await this.tenants.all(tx),
    }));
    if (plain)
      throw new ConfigProblem([
        '読者のデータがまだ暗号化されていません。先に migrate を実行してください。/ Readers’ data is not sealed yet: run migrate first.',
      ]);
    const known = await Promise.all(sealed.map((tenantId) => this.keys.knows(tenantId)));
    const missing = known.filter((there) => !there).length;
    if (missing > 0)
      throw new ConfigProblem([
        `KEYS_DIR に ${missing} テナント分の鍵がありません。鍵のバックアップから戻してください。/ KEYS_DIR lacks the keys of ${missing} of ${known.length} tenants: restore the folder from its backup.`,
      ]);
  }
}
