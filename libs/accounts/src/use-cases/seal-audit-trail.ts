import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { AuditChain, firstSeal } from '../audit-chain.js';
import { AuditSealsStore } from '../store/audit-seals.store.js';

const batch = 500;

/**
 * Lengthens the chain of seals by what was written since. Sealing follows the deed by seconds instead of happening in
 * its transaction, where every deed of the platform would wait for every other one. The head is logged: kept elsewhere,
 * it shows also that the end of the chain was cut off.
 */
@Injectable()
export class SealAuditTrail {
  constructor(
    private readonly database: Database,
    private readonly store: AuditSealsStore,
    private readonly chain: AuditChain,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    for (let sealed = batch; sealed === batch;) sealed = await this.sealBatch();
  }

  private sealBatch(): Promise<number> {
    return this.database.asSystem(async (tx) => {
      await this.store.lock(tx);
      const entries = await this.store.unsealed(tx, batch);
      if (entries.length === 0) return 0;
      let { seq, seal } = (await this.store.last(tx)) ?? { seq: 0, seal: firstSeal };
      const seals = entries.map((entry) => {
        seq += 1;
        seal = this.chain.seal(seq, seal, entry);
        return { seq, entryId: entry.id, seal };
      });
      await this.store.insert(tx, seals, this.clock.now());
      const head = { seq, seal: seal.toString('hex') };
      tx.afterCommit(() => {
        this.log.event('audit.sealed', head);
      });
      return entries.length;
    });
  }
}
