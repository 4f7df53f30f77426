import type { Campaign } from '../../../api/campaigns.js';
import type { Schema } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';

/** What members write; a part of it is what a save sends. */
export type DraftChanges = Schema<'DraftDto'>;

interface Version {
  readonly value: Campaign;
  readonly etag: string;
}

/** `waiting`: typed, not yet sent. `conflict`: somebody else saved first. */
type SavingState = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed';

export interface Kept {
  readonly draft: Campaign;
  readonly etag: string;
  readonly state: SavingState;
  readonly error: unknown;
}

type Save = (changes: DraftChanges, etag: string) => Promise<Version>;

const restMs = 700;

/**
 * Keeps a draft as one types: waits for a moment's rest, sends only what changed, one request at a time, and never
 * writes over what is on the screen, so that a half-composed word of an input method stays whole.
 */
export class DraftKeeper {
  private kept: Kept;
  private unsent: DraftChanges = {};
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private composing = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    { value, etag }: Version,
    private readonly save: Save,
  ) {
    this.kept = { draft: value, etag, state: 'saved', error: undefined };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Kept => this.kept;

  readonly change = (changes: DraftChanges): void => {
    this.unsent = { ...this.unsent, ...changes };
    const state = this.kept.state === 'conflict' ? 'conflict' : 'waiting';
    this.show({ draft: { ...this.kept.draft, ...changes }, state });
    this.rest();
  };

  /** While an input method is at work nothing is sent. */
  readonly compose = (composing: boolean): void => {
    this.composing = composing;
    if (!composing && this.kept.state === 'waiting') this.rest();
  };

  /** Sends what is left. False when it could not be saved. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.kept.state === 'conflict') return false;
    if (Object.keys(this.unsent).length > 0) {
      this.running = this.send();
      await this.running;
    }
    return this.snapshot().state === 'saved';
  };

  /** After a conflict: what the others saved, and what was typed here is given up. */
  readonly takeTheirs = ({ value, etag }: Version): void => {
    this.unsent = {};
    this.show({ draft: value, etag, state: 'saved', error: undefined });
  };

  /** After a conflict: what was changed here over what the others saved. */
  readonly keepMine = async ({ value, etag }: Version): Promise<void> => {
    this.show({ draft: { ...value, ...this.unsent }, etag, state: 'waiting', error: undefined });
    await this.flush();
  };

  private rest(): void {
    clearTimeout(this.timer);
    if (!this.composing && this.kept.state !== 'conflict')
      this.timer = setTimeout(() => void this.flush(), restMs);
  }

  private async send(): Promise<void> {
    const changes = this.unsent;
    this.unsent = {};
    this.show({ state: 'saving', error: undefined });
    try {
      const { value, etag } = await this.save(changes, this.kept.etag);
      const saved = { ...value, ...this.unsent };
      const state = Object.keys(this.unsent).length > 0 ? 'waiting' : 'saved';
      this.show({ draft: saved, etag, state });
    } catch (error) {
      this.unsent = { ...changes, ...this.unsent };
      const state = isProblem(error, 'request.version-changed') ? 'conflict' : 'failed';
      this.show({ state, error });
    } finally {
      this.running = undefined;
    }
  }

  private show(part: Partial<Kept>): void {
    this.kept = { ...this.kept, ...part };
    for (const listener of this.listeners) listener();
  }
}
