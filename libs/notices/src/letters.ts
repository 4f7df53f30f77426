import { Clock, PlainDate, jstDate, startOfJstDay } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { letterPdf } from './letter-pdf.js';
import { noticesErrors } from './notices.errors.js';
import { noticeArrived, noticeBounced } from './notices.facts.js';
import { LettersStore } from './store/letters.store.js';
import type { Letter } from './store/letters.store.js';

interface LetterFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  readonly tenantId: string | null;
}

/** The print queue: letters as files, and what became of each, for the library that serves operators. @clause W4.1, W22.1 */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly letters: LettersStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  list(): Promise<Letter[]> {
    return this.database.asSystem((tx) => this.letters.underWay(tx));
  }

  /** The file to print: the document of the notice, or its text as a letter. @throws BusinessError notices.not-found */
  async pdf(id: string): Promise<LetterFile> {
    const [letter, document] = await this.database.asSystem(async (tx) => [
      await this.held(tx, id),
      await this.letters.document(tx, id),
    ]);
    const { tenantId } = letter;
    if (document) return { ...document, tenantId };
    const content = await letterPdf(letter);
    return { name: `${id}.pdf`, type: 'application/pdf', content, tenantId };
  }

  /** @throws BusinessError notices.not-found, notices.letter-settled */
  printed(id: string): Promise<void> {
    return this.onTheWay(id, (tx) => this.letters.note(tx, id, 'printed_at', this.clock.now()));
  }

  /**
   * Handed to the post office, today or on an earlier day that is noted only now.
   * @throws BusinessError notices.not-found, notices.letter-settled, notices.posted-too-early
   */
  posted(id: string, on: PlainDate = jstDate(this.clock.now())): Promise<void> {
    return this.onTheWay(id, async (tx, { postedAt }) => {
      const now = this.clock.now();
      const isToday = on.equals(jstDate(now));
      if (!isWithin(on, postedAt, now)) throw noticesErrors.postedTooEarly({ field: 'postedOn' });
      const at = isToday ? now : later(postedAt, startOfJstDay(on));
      await this.letters.note(tx, id, 'printed_at', at);
      await this.letters.note(tx, id, 'sent_at', at);
    });
  }

  /**
   * Delivered on that day, which counts from its beginning.
   * @decision D-15
   * @throws BusinessError notices.not-found, notices.letter-settled, notices.delivered-too-early
   */
  delivered(id: string, on: PlainDate): Promise<void> {
    return this.onTheWay(id, async (tx, { tenantId, sentAt }) => {
      const isPossible = sentAt !== null && isWithin(on, sentAt, this.clock.now());
      if (!isPossible) throw noticesErrors.deliveredTooEarly({ field: 'deliveredOn' });
      await this.letters.note(tx, id, 'arrived_at', startOfJstDay(on));
      if (tenantId) await this.outbox.tell(tx, noticeArrived, { tenantId, noticeId: id });
    });
  }

  /** Came back: it has not arrived. @throws BusinessError notices.not-found, notices.letter-settled */
  returned(id: string): Promise<void> {
    return this.onTheWay(id, async (tx, { tenantId }) => {
      await this.letters.note(tx, id, 'bounced_at', this.clock.now());
      if (tenantId) await this.outbox.tell(tx, noticeBounced, { tenantId, noticeId: id });
    });
  }

  private onTheWay(id: string, work: (tx: Tx, letter: Letter) => Promise<void>): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const letter = await this.held(tx, id);
      if (letter.arrivedAt ?? letter.bouncedAt) throw noticesErrors.letterSettled();
      await work(tx, letter);
    });
  }

  private async held(tx: Tx, id: string): Promise<Letter> {
    const letter = await this.letters.hold(tx, id);
    if (!letter) throw noticesErrors.notFound();
    return letter;
  }
}

const isWithin = (day: PlainDate, from: Date, until: Date): boolean =>
  PlainDate.compare(day, jstDate(from)) >= 0 && PlainDate.compare(day, jstDate(until)) <= 0;

const later = (a: Date, b: Date): Date => (a > b ? a : b);
