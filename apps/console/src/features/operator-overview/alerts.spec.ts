import { describe, expect, it } from '@jest/globals';
import { openMatters } from './alerts.js';

const closed = { state: 'closed', until: null, reason: null } as const;
const open = { state: 'open', until: null, reason: '421' } as const;
const traffic = { accepted: 0, refused: 0, putOff: 0, unclear: 0 };
const relay = { enabled: true, weight: 1, perSecond: null, traffic };
const queue = { waiting: 0, delayed: 0, active: 0, failed: 0, oldestSeconds: null };

describe('what waits for an operator', () => {
  it('is nothing where nothing is known', () => {
    expect(openMatters({})).toEqual([]);
  });

  it('names broken relays, old queues and failed jobs first, with their pages', () => {
    const matters = openMatters({
      queues: {
        queues: [
          { ...queue, name: 'delivery', oldestSeconds: 121, failed: 2 },
          { ...queue, name: 'control', oldestSeconds: 120 },
        ],
        outbox: { due: 0, oldestSeconds: null },
      },
      delivery: {
        mailings: [],
        ...{ waiting: 0, later: 0, inFlight: 0, undecided: 3, ratePerMinute: 0 },
        relays: [
          { ...relay, name: 'a', breaker: open },
          { ...relay, name: 'b', breaker: closed },
        ],
        domains: [],
      },
    });
    expect(matters).toEqual([
      { kind: 'relayBroken', count: 1, to: '/operator/relays', urgent: true },
      { kind: 'queueOld', count: 1, to: '/operator/jobs', urgent: true },
      { kind: 'jobsFailed', count: 2, to: '/operator/jobs', urgent: true },
      { kind: 'undecided', count: 3, to: '/operator/relays', urgent: false },
    ]);
  });

  it('says that the erasure of a night is not complete, and what it left past its last day', () => {
    const run = { day: '2026-05-08', startedAt: null, finishedAt: null, failed: [] };
    expect(openMatters({ erasure: { ...run, isStuck: true, lateTenants: 2 } })).toEqual([
      { kind: 'erasureStuck', count: 1, to: '/operator/retention', urgent: true },
      { kind: 'erasureLate', count: 2, to: '/operator/retention', urgent: true },
    ]);
    expect(openMatters({ erasure: { ...run, isStuck: false, lateTenants: 0 } })).toEqual([]);
  });

  it('names what waits about money, what the bank takes no more before all else', () => {
    const figures = {
      ...{ month: '2026-07', billedTenants: 0, invoicedYen: 0, paidYen: 0, openYen: 0 },
      ...{ overdueYen: 0, overdueTenants: 0, recurringYen: 0, creditNotesWaiting: 0 },
    };
    const none = { transfers: 0, mandates: 0, debitsToFile: 0, debitFiles: 0 };
    const waiting = { debitFilesLate: 1, debitResults: 0, debitsUnclear: 2, decisions: 3 };
    const money = { ...figures, waiting: { ...none, ...waiting } };
    expect(openMatters({ money })).toEqual([
      { kind: 'debitFilesLate', count: 1, to: '/operator/debits', urgent: true },
      { kind: 'debitsUnclear', count: 2, to: '/operator/debits', urgent: false },
      { kind: 'decisions', count: 3, to: '/operator/decisions', urgent: false },
    ]);
  });
});
