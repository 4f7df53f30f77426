import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './outcome.js';
import type { Handover, Outcome } from './outcome.js';

const now = new Date('2026-04-01T00:00:00Z');
const first = { tries: 1, firstTryAt: now, now, random: 0.5 };
const minutes = (n: number): Date => new Date(now.getTime() + n * 60_000);

const said = (response: string): Handover => ({
  kind: 'replied',
  code: Number(response.slice(0, 3)),
  response,
});

describe('outcomeOf', () => {
  it.each<[Handover, Outcome]>([
    [
      said('250 2.0.0 Ok: queued as ABC'),
      {
        state: 'accepted',
        reply: { code: 250, enhanced: '2.0.0', text: '2.0.0 Ok: queued as ABC' },
      },
    ],
    [
      said('550-5.1.1 The address\n550 5.1.1 <taro@example.jp> is unknown'),
      {
        state: 'refused',
        reason: 'recipient',
        reply: { code: 550, enhanced: '5.1.1', text: '5.1.1 The address 5.1.1 <…> is unknown' },
      },
    ],
    [
      said('451 4.7.1 Greylisted'),
      {
        state: 'deferred',
        reason: 'sender',
        nextAt: minutes(10),
        reply: { code: 451, enhanced: '4.7.1', text: '4.7.1 Greylisted' },
      },
    ],
    [
      said('535 5.7.8 who are you?'),
      { state: 'queued', reason: 'relay-down', nextAt: minutes(1 / 3) },
    ],
    [
      { kind: 'lost', dotWritten: false },
      { state: 'deferred', reason: 'connection-lost', nextAt: minutes(1), reply: null },
    ],
    [
      { kind: 'lost', dotWritten: true },
      { state: 'unknown', reason: 'connection-lost' },
    ],
    [{ kind: 'no-connection' }, { state: 'queued', reason: 'relay-down', nextAt: minutes(1 / 3) }],
    [{ kind: 'unsendable' }, { state: 'refused', reason: 'unsendable', reply: null }],
    [{ kind: 'too-late' }, { state: 'queued', reason: 'too-late', nextAt: now }],
  ])('%j', (handover, outcome) => {
    expect(outcomeOf(handover, first)).toEqual(outcome);
  });

  it('waits longer each time, four hours at most, and gives up after five days', () => {
    const waits: number[] = [];
    let at = now;
    for (let tries = 1; ; tries++) {
      const outcome = outcomeOf(said('450 4.2.0 later'), {
        tries,
        firstTryAt: now,
        now: at,
        random: 0.5,
      });
      if (outcome.state !== 'deferred') {
        expect(outcome).toMatchObject({ state: 'refused', reason: 'expired' });
        break;
      }
      waits.push((outcome.nextAt.getTime() - at.getTime()) / 60_000);
      at = outcome.nextAt;
    }
    expect(waits.slice(0, 7)).toEqual([10, 20, 40, 80, 160, 240, 240]);
    const days = (at.getTime() - now.getTime()) / 86_400_000;
    expect([days > 4.8, days <= 5]).toEqual([true, true]);
  });

  it('spreads the first retry over 5 to 15 minutes', () => {
    const at = (random: number): unknown => outcomeOf(said('450 later'), { ...first, random });
    expect([at(0), at(1)]).toMatchObject([{ nextAt: minutes(5) }, { nextAt: minutes(15) }]);
  });
});
