import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { detectorNames, detectors } from '../domain/detector.js';
import type { AllSettings, DetectorName, DetectorSettings } from '../domain/detector.js';

/** What detectors are set to. In transactions of the system. */
@Injectable()
export class DetectorSettingsStore {
  /** Of all of them; what operators never touched is as the code has it. */
  async all(tx: Tx): Promise<AllSettings> {
    const rows = await tx.query<{ name: string } & DetectorSettings>(
      'SELECT name, is_on AS "isOn", holds, thresholds FROM detector_settings',
    );
    const saved = new Map(rows.map(({ name, ...settings }) => [name, settings]));
    const settings = detectorNames.map((name) => {
      const { isOn, holds, thresholds } = detectors[name];
      const changed = saved.get(name);
      return [
        name,
        changed
          ? { ...changed, thresholds: { ...thresholds, ...changed.thresholds } }
          : { isOn, holds, thresholds },
      ];
    });
    return Object.fromEntries(settings) as AllSettings;
  }

  async save(tx: Tx, name: DetectorName, settings: DetectorSettings): Promise<void> {
    await tx.execute(
      `INSERT INTO detector_settings (name, is_on, holds, thresholds) VALUES ($1, $2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET is_on = $2, holds = $3, thresholds = $4`,
      [name, settings.isOn, settings.holds, JSON.stringify(settings.thresholds)],
    );
  }
}
