import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { ClosingDays } from '../domain/contact-window.js';

export const windowNames = ['support', 'privacy'] as const;

/** Where people reach the provider. @clause D1 §6, D §32-4 */
export interface ContactWindow {
  readonly name: (typeof windowNames)[number];
  readonly title: { readonly ja: string; readonly en: string };
  readonly phone: string | null;
  readonly fax: string | null;
  readonly mailAddress: string | null;
  readonly url: string | null;
}

export interface ClosingDay {
  /** `2026-08-13` */
  readonly day: string;
  readonly name: string;
}

/** The provider's contact windows and the days on which it is closed. */
@Injectable()
export class DeskStore {
  windows(tx: Tx): Promise<ContactWindow[]> {
    return tx.query<ContactWindow>(
      `SELECT name, jsonb_build_object('ja', title_ja, 'en', title_en) AS title, phone, fax,
         mail_address AS "mailAddress", url FROM contact_windows ORDER BY name DESC`,
    );
  }

  async saveWindow(tx: Tx, w: ContactWindow): Promise<void> {
    await tx.execute(
      `UPDATE contact_windows SET title_ja = $2, title_en = $3, phone = $4, fax = $5, mail_address = $6, url = $7
       WHERE name = $1`,
      [w.name, w.title.ja, w.title.en, w.phone, w.fax, w.mailAddress, w.url],
    );
  }

  closingDays(tx: Tx): Promise<ClosingDay[]> {
    return tx.query<ClosingDay>('SELECT day::text, name FROM closing_days ORDER BY day');
  }

  async closed(tx: Tx): Promise<ClosingDays> {
    return new Set((await this.closingDays(tx)).map(({ day }) => day));
  }

  async addClosingDay(tx: Tx, { day, name }: ClosingDay): Promise<void> {
    await tx.execute(
      `INSERT INTO closing_days (day, name) VALUES ($1, $2)
       ON CONFLICT (day) DO UPDATE SET name = excluded.name`,
      [day, name],
    );
  }

  async removeClosingDay(tx: Tx, day: string): Promise<boolean> {
    return (await tx.execute('DELETE FROM closing_days WHERE day = $1::date', [day])) === 1;
  }
}
