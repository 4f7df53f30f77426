import { createHash } from 'node:crypto';
import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { certificateText } from '../domain/certificate.js';
import { CertificatesStore } from '../store/certificates.store.js';
import { ErasureLogStore } from '../store/erasure-log.store.js';

export const certificateDigest = (text: string): string =>
  createHash('sha256').update(text).digest('hex');

/** Makes a certificate of what was erased, for each tenant, class and day; its digest covers the one before. @clause P2 保存期間 */
@Injectable()
export class CertifyErasures {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureLogStore,
    private readonly certificates: CertificatesStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.certificates.lock(tx);
      let { no, digest } = (await this.certificates.last(tx)) ?? { no: 0, digest: '' };
      const issuedAt = this.clock.now();
      for (const { ids, ...group } of await this.erasures.uncertified(tx)) {
        const facts = { ...group, no: no + 1, issuedAt };
        const certificate = {
          ...facts,
          id: newId(issuedAt),
          previous: digest,
          digest: certificateDigest(certificateText(facts, digest)),
        };
        await this.certificates.add(tx, certificate);
        await this.erasures.certify(tx, ids, certificate.id);
        ({ no, digest } = certificate);
      }
      tx.afterCommit(() => {
        if (no > 0) this.log.event('erasure.certified', { no, digest });
      });
    });
  }
}
