import { Tenants } from '#lib/accounts';
import type { Locale } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { interruptionReasonTexts } from '../domain/interruption-reasons.js';
import { interruptionOverV1 } from '../notices/interruption-over.v1.js';
import { interruptionV1 } from '../notices/interruption.v1.js';
import { InterruptionsStore } from '../store/interruptions.store.js';
import type { Interruption } from '../store/interruptions.store.js';

interface Announced {
  readonly interruptionId: string;
  /** Absent from what was asked for before ends were told. */
  readonly isOver?: boolean;
}

/** Puts an interruption, or its end, into the portal of every tenant it concerns, once, and all at once or not at all. @clause W13.1 */
@Injectable()
export class AnnounceInterruption {
  constructor(
    private readonly database: Database,
    private readonly interruptions: InterruptionsStore,
    private readonly tenants: Tenants,
    private readonly postNotice: PostNotice,
  ) {}

  execute({ interruptionId, isOver }: Announced): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const all = await this.interruptions.list(tx);
      const interruption = all.find(({ id }) => id === interruptionId);
      if (!interruption) return;
      for (const tenantId of await this.interruptions.concerned(tx, interruptionId)) {
        const { locale } = await this.tenants.get(tx, tenantId);
        const notice = isOver
          ? written.end(interruption, locale)
          : written.begin(interruption, locale);
        await this.postNotice.within(tx, {
          tenantId,
          locale,
          channel: 'portal',
          about: interruptionId,
          ...notice,
        });
      }
    });
  }
}

const written = {
  begin: ({ reason, from, until, announcement }: Interruption, locale: Locale) => {
    const words = interruptionReasonTexts[reason] ?? announcement;
    const values = { from, until, reason: words[locale], announcement: announcement[locale] };
    return write(interruptionV1, locale, values);
  },
  end: ({ from, until }: Interruption, locale: Locale) =>
    write(interruptionOverV1, locale, { at: until && until > from ? until : null }),
};
