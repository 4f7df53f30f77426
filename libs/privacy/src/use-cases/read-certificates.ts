import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { certificateText } from '../domain/certificate.js';
import { privacyErrors } from '../privacy.errors.js';
import { CertificatesStore } from '../store/certificates.store.js';
import type { Certificate } from '../store/certificates.store.js';
import { certificateDigest } from './certify-erasures.js';

const batch = 1_000;

/** The whole chain, gone through. */
export interface ChainVerdict {
  readonly certificates: number;
  /** The last digest, to be written down elsewhere: then nobody can cut the end off unseen. */
  readonly head: string;
  /** Numbers at which the chain is not what was written; a hundred at most. */
  readonly broken: readonly number[];
}

/** Reads certificates of erasure and checks them. */
@Injectable()
export class ReadCertificates {
  constructor(
    private readonly database: Database,
    private readonly certificates: CertificatesStore,
  ) {}

  /** One more than `limit`, the newest first, from below a number. */
  page(below: number | null, tenantId: TenantId | null, limit: number): Promise<Certificate[]> {
    return this.database.asSystem((tx) => this.certificates.page(tx, below, tenantId, limit + 1));
  }

  /** @throws BusinessError privacy.no-certificate */
  async one(id: string): Promise<Certificate> {
    const found = await this.database.asSystem((tx) => this.certificates.get(tx, id));
    if (!found) throw privacyErrors.noCertificate();
    return found;
  }

  /** Whether a certificate says what it said when its digest was made. */
  isGenuine(certificate: Certificate): boolean {
    const text = certificateText(certificate, certificate.previous);
    return certificateDigest(text) === certificate.digest;
  }

  async chain(): Promise<ChainVerdict> {
    let [no, head] = [0, ''];
    const broken: number[] = [];
    for (;;) {
      const from = no;
      const links = await this.database.asSystem((tx) => this.certificates.after(tx, from, batch));
      for (const link of links) {
        const follows = link.no === no + 1 && link.previous === head;
        if (!follows || !this.isGenuine(link)) broken.push(link.no);
        ({ no, digest: head } = link);
      }
      if (links.length < batch || broken.length >= 100) return { certificates: no, head, broken };
    }
  }
}
