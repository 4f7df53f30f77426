import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DomainLimit } from '../domain/domain-limits.js';

/** What an operator decided about a relay; null leaves what SMTP_URL says. */
export interface RelaySetting {
  readonly name: string;
  readonly enabled: boolean;
  readonly weight: number | null;
  readonly perSecond: number | null;
}

export interface DomainSetting extends DomainLimit {
  readonly domain: string;
}

/** What operators decided about relays and recipient domains. */
@Injectable()
export class PacingSettingsStore {
  relays(tx: Tx): Promise<RelaySetting[]> {
    return tx.query<RelaySetting>(
      `SELECT name, enabled, weight, per_second AS "perSecond" FROM relay_settings ORDER BY name`,
    );
  }

  async saveRelay(tx: Tx, { name, enabled, weight, perSecond }: RelaySetting): Promise<void> {
    await tx.execute(
      `INSERT INTO relay_settings (name, enabled, weight, per_second, changed_at)
       VALUES ($1, $2, $3, $4, app_now())
       ON CONFLICT (name) DO UPDATE SET enabled = $2, weight = $3, per_second = $4, changed_at = app_now()`,
      [name, enabled, weight, perSecond],
    );
  }

  domains(tx: Tx): Promise<DomainSetting[]> {
    return tx.query<DomainSetting>(
      `SELECT domain, connections, per_second AS "perSecond" FROM domain_settings ORDER BY domain`,
    );
  }

  async saveDomain(tx: Tx, { domain, connections, perSecond }: DomainSetting): Promise<void> {
    await tx.execute(
      `INSERT INTO domain_settings (domain, connections, per_second, changed_at)
       VALUES ($1, $2, $3, app_now())
       ON CONFLICT (domain) DO UPDATE SET connections = $2, per_second = $3, changed_at = app_now()`,
      [domain, connections, perSecond],
    );
  }

  async forgetDomain(tx: Tx, domain: string): Promise<void> {
    await tx.execute(`DELETE FROM domain_settings WHERE domain = $1`, [domain]);
  }
}
