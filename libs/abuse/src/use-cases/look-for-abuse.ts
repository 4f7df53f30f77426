import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DetectorSettingsStore } from '../store/detector-settings.store.js';
import { FindSigns } from './find-signs.js';
import { OpenCases } from './open-cases.js';

/** Looks at the figures of all tenants for signs of abuse. @clause P4-2, W12A */
@Injectable()
export class LookForAbuse {
  constructor(
    private readonly database: Database,
    private readonly settings: DetectorSettingsStore,
    private readonly find: FindSigns,
    private readonly open: OpenCases,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const settings = await this.settings.all(tx);
      await this.open.within(tx, settings, await this.find.within(tx, settings, this.clock.now()));
    });
  }
}
