import { createHash } from 'node:crypto';
import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApplicationsStore } from '../store/applications.store.js';
import type { NewScan } from './apply.js';

interface AddedScan {
  readonly applicationId: string;
  readonly scan: NewScan;
  readonly actor: Actor;
}

/** Keeps a scan of an application form, with its hash. @clause W4.1 */
@Injectable()
export class AddScan {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.application-not-found */
  execute({ applicationId, scan, actor }: AddedScan): Promise<void> {
    const uploadedAt = this.clock.now();
    const sha256 = createHash('sha256').update(scan.content).digest('hex');
    return this.database.asSystem(async (tx) => {
      const { acceptedAs } = await this.applications.hold(tx, applicationId);
      const kept = { ...scan, id: newId(uploadedAt), sha256, uploadedAt };
      await this.applications.addScan(tx, applicationId, kept);
      await this.audit.record(tx, {
        tenantId: acceptedAs,
        actor,
        action: 'application.scan-added',
        subject: { kind: 'application', id: applicationId },
        details: { sha256 },
      });
    });
  }
}
