import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { abuseErrors } from '../abuse.errors.js';
import { badThresholds, detectorNames } from '../domain/detector.js';
import type { AllSettings, DetectorSettings } from '../domain/detector.js';
import { DetectorSettingsStore } from '../store/detector-settings.store.js';

/** What the detectors of abuse are set to. */
@Injectable()
export class KeepDetectors {
  constructor(
    private readonly database: Database,
    private readonly settings: DetectorSettingsStore,
    private readonly audit: AuditTrail,
  ) {}

  read(): Promise<AllSettings> {
    return this.database.asSystem((tx) => this.settings.all(tx));
  }

  /** @throws BusinessError abuse.no-detector, abuse.bad-thresholds */
  async execute(named: string, settings: DetectorSettings, actor: Actor): Promise<void> {
    const name = detectorNames.find((known) => known === named);
    if (!name) throw abuseErrors.noDetector();
    const bad = badThresholds(name, settings.thresholds);
    if (bad.length > 0)
      throw abuseErrors.badThresholds({ field: 'thresholds', params: { names: bad.join(', ') } });
    await this.database.asSystem(async (tx) => {
      await this.settings.save(tx, name, settings);
      await this.audit.record(tx, {
        ...{ tenantId: null, actor, action: 'detector.changed' },
        subject: { kind: 'detector', id: name },
        details: { isOn: settings.isOn, holds: settings.holds, ...settings.thresholds },
      });
    });
  }
}
