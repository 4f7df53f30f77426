import { Clock } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Handover } from '../domain/outcome.js';
import { TrafficStore } from '../store/traffic-store.js';
import type { Traffic, TrafficCounts } from '../store/traffic-store.js';

type Counts = { -readonly [K in keyof TrafficCounts]: number };

/** More domains than this are summed up under one name. */
const mostDomains = 50;
const otherDomains = '(others)';
const minuteMs = 60_000;

/** Counts what becomes of mails until the sums are written. */
@Injectable()
export class TrafficLog {
  private counts = new Map<string, Counts>();

  constructor(
    private readonly store: TrafficStore,
    private readonly clock: Clock,
  ) {}

  count(relay: string | undefined, domain: string, handover: Handover): void {
    const end = endOf(handover);
    if (!end) return;
    if (relay !== undefined) this.of(`relay ${relay}`)[end]++;
    this.of(`domain ${domain}`)[end]++;
  }

  get hasNews(): boolean {
    return this.counts.size > 0;
  }

  /** Within a transaction of the system. What is not written in the end is not counted: figures, not accounts. */
  async write(tx: Tx): Promise<void> {
    const rows = byName(this.counts);
    this.counts = new Map();
    const minute = new Date(Math.floor(this.clock.now().getTime() / minuteMs) * minuteMs);
    await this.store.add(tx, minute, rows);
  }

  private of(key: string): Counts {
    const known = this.counts.get(key);
    if (known) return known;
    const fresh = { accepted: 0, refused: 0, putOff: 0, unclear: 0 };
    this.counts.set(key, fresh);
    return fresh;
  }
}

const endOf = (handover: Handover): keyof Counts | undefined => {
  switch (handover.kind) {
    case 'replied':
      return handover.code < 300 ? 'accepted' : handover.code < 500 ? 'putOff' : 'refused';
    case 'lost':
      return handover.dotWritten ? 'unclear' : 'putOff';
    case 'no-connection':
      return 'putOff';
    case 'unsendable':
      return 'refused';
    case 'too-late':
      return undefined;
  }
};

/** Sorted, so that two workers never wait for each other's rows. */
const byName = (counts: ReadonlyMap<string, Counts>): Traffic[] => {
  const all = [...counts].map(([key, sums]) => {
    const [kind = '', name = ''] = key.split(' ');
    return { kind: kind as Traffic['kind'], name, ...sums };
  });
  const busiest = all.sort((a, b) => total(b) - total(a));
  const domains = busiest.filter(({ kind }) => kind === 'domain');
  const rest = domains.slice(mostDomains);
  const others = rest.length > 0 ? [{ ...rest.reduce(added), name: otherDomains }] : [];
  return [
    ...busiest.filter(({ kind }) => kind === 'relay'),
    ...domains.slice(0, mostDomains),
    ...others,
  ].sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
};

const total = ({ accepted, refused, putOff, unclear }: TrafficCounts): number =>
  accepted + refused + putOff + unclear;

const added = (a: Traffic, b: Traffic): Traffic => ({
  ...a,
  accepted: a.accepted + b.accepted,
  refused: a.refused + b.refused,
  putOff: a.putOff + b.putOff,
  unclear: a.unclear + b.unclear,
});
