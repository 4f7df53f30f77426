import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import type { BillingSettings } from '../store/billing-settings.store.js';

@Injectable()
export class ReadBillingSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: BillingSettingsStore,
  ) {}

  /** Undefined before the operator has filled them in. */
  execute(): Promise<(BillingSettings & { version: number }) | undefined> {
    return this.database.asSystem((tx) => this.settings.written(tx));
  }
}
