import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { auditText } from './domain/audit-text.js';
import type { SealableEntry } from './domain/audit-text.js';

/** Makes the seal of an entry out of the seal before it; without the platform's secret nobody else can. */
@Injectable()
export class AuditChain {
  constructor(private readonly secrets: Secrets) {}

  seal(seq: number, before: Buffer, entry: SealableEntry): Buffer {
    return this.secrets.mac('audit', auditText(seq, before.toString('hex'), entry));
  }
}

/** What the first seal follows. */
export const firstSeal = Buffer.alloc(0);
