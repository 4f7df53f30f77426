import type { Rate } from '../domain/token-bucket.js';

/** Tokens that were drawn from a shared bucket. */
export interface Drawing {
  readonly key: string;
  readonly rate: Rate;
  readonly granted: number;
}

export interface RelayGrant {
  readonly name: string;
  readonly weight: number;
  /** Infinite where the relay has no rate. */
  readonly mails: number;
  /** Absent where the relay has no rate. */
  readonly drawing?: Drawing;
}

interface AllowanceParts {
  readonly relays?: readonly RelayGrant[];
  /** What was drawn for the turn as a whole. */
  readonly drawings?: readonly Drawing[];
  /** Mails in this turn. */
  readonly most?: number;
  readonly small?: boolean;
  /** When to ask again if nothing may leave now. */
  readonly nextAt: Date;
}

/** How many mails one turn may send, and over which relays; hands them out by the relays' weights. */
export class Allowance {
  readonly nextAt: Date;
  /** Whether the turn is a small mailing's, which goes before large ones. */
  readonly small: boolean;
  private spent = 0;
  private readonly most: number;
  private readonly drawings: readonly Drawing[];
  private readonly byRelay: { readonly grant: RelayGrant; spent: number; credit: number }[];

  constructor({ relays = [], drawings = [], most = 0, small = false, nextAt }: AllowanceParts) {
    this.most = most;
    this.drawings = drawings;
    this.small = small;
    this.nextAt = nextAt;
    this.byRelay = relays.map((grant) => ({ grant, spent: 0, credit: 0 }));
  }

  /** Mails that may still leave. */
  get left(): number {
    const carried = this.byRelay.reduce((sum, { grant, spent }) => sum + grant.mails - spent, 0);
    return Math.min(this.most - this.spent, carried);
  }

  /**
   * Spends one mail: each relay gains its weight, the one with the most pays for it, so that two of three mails in
   * any row go to a relay of twice the weight.
   */
  nextRelay(): string | undefined {
    const open = this.byRelay.filter(({ grant, spent }) => spent < grant.mails);
    const [first] = open;
    if (!first) return undefined;
    let best = first;
    let total = 0;
    for (const relay of open) {
      relay.credit += relay.grant.weight;
      total += relay.grant.weight;
      if (relay.credit > best.credit) best = relay;
    }
    best.credit -= total;
    best.spent++;
    this.spent++;
    return best.grant.name;
  }

  /** What was drawn and not spent, by bucket. */
  unused(): Drawing[] {
    const ofTurn = this.drawings.map((d) => ({ ...d, granted: d.granted - this.spent }));
    const ofRelays = this.byRelay.flatMap(({ grant: { drawing }, spent }) =>
      drawing ? [{ ...drawing, granted: drawing.granted - spent }] : [],
    );
    return [...ofTurn, ...ofRelays].filter(({ granted }) => granted > 0);
  }
}
