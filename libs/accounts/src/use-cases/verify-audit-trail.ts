import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AuditChain, firstSeal } from '../audit-chain.js';
import { AuditSealsStore } from '../store/audit-seals.store.js';
import { SealAuditTrail } from './seal-audit-trail.js';

const batch = 1000;
const mostProblems = 100;

interface Verdict {
  readonly entries: number;
  /** The last seal, to be written down elsewhere: `seq:seal` in hexadecimal. */
  readonly head: string;
  /** One line each; empty when nothing was altered, removed or slipped in. */
  readonly problems: readonly string[];
}

/** Recomputes the whole chain of seals and says where the trail is not what was written. */
@Injectable()
export class VerifyAuditTrail {
  constructor(
    private readonly database: Database,
    private readonly sealTrail: SealAuditTrail,
    private readonly store: AuditSealsStore,
    private readonly chain: AuditChain,
  ) {}

  /** @param anchor a head that was written down before; it must still be a link of the chain */
  async execute(anchor?: string): Promise<Verdict> {
    await this.sealTrail.execute();
    const problems: string[] = [];
    let seq = 0;
    let before: Buffer = firstSeal;
    let anchored = anchor === undefined;
    for (;;) {
      const from = seq;
      const links = await this.database.asSystem((tx) => this.store.after(tx, from, batch));
      for (const link of links) {
        if (link.seq !== seq + 1) problems.push(`seal ${seq + 1} is missing`);
        if (!link.entry) problems.push(`the entry of seal ${link.seq} was removed`);
        else if (!this.chain.seal(link.seq, before, link.entry).equals(link.seal))
          problems.push(`entry ${link.entry.id} (seal ${link.seq}) is not what was written`);
        ({ seq, seal: before } = link);
        anchored ||= headOf(seq, before) === anchor;
      }
      if (links.length < batch || problems.length >= mostProblems) break;
    }
    const strangers = await this.database.asSystem((tx) => this.store.strangers(tx));
    problems.push(...strangers.map((id) => `entry ${id} was never written by the platform`));
    if (!anchored) problems.push('the seal that was written down is not in the chain');
    return { entries: seq, head: headOf(seq, before), problems };
  }
}

const headOf = (seq: number, seal: Buffer): string => `${seq}:${seal.toString('hex')}`;
