import { Database } from '#platform/database';
import { Scanner } from '#platform/scanner';
import { Injectable } from '@nestjs/common';
import { Inquiries } from '../store/inquiries.store.js';
import { LetterScansStore } from '../store/letter-scans.store.js';

const atOnce = 50;

/**
 * Has the scanner look at letters with all that is attached to them. While it cannot, they wait: nothing of them is
 * lost, and nobody is handed a file that was not looked at. @clause W12A-16
 */
@Injectable()
export class ScanLetters {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
    private readonly scans: LetterScansStore,
    private readonly scanner: Scanner,
  ) {}

  async execute(): Promise<void> {
    if (!this.scanner.isThere) return;
    const waiting = await this.database.asSystem((tx) => this.scans.waiting(tx, atOnce));
    for (const id of waiting) if (!(await this.scan(id))) return;
  }

  /** False when the scanner did not answer: the others would wait for it in vain, too. */
  private async scan(id: string): Promise<boolean> {
    const raw = await this.database.asSystem((tx) => this.inquiries.raw(tx, id));
    if (!raw) return true;
    const verdict = await this.scanner.scan(raw);
    if (verdict.kind === 'no-scanner') return false;
    if (verdict.kind === 'unscanned' && verdict.why !== 'too-large') return false;
    const state = verdict.kind === 'unscanned' ? 'too-large' : verdict.kind;
    const virus = verdict.kind === 'infected' ? verdict.name : null;
    await this.database.asSystem((tx) => this.scans.note(tx, id, state, virus));
    return true;
  }
}
