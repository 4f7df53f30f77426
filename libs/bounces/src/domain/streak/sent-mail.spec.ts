import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge, settle } from './sent-mail.js';
import type { SentMail } from './sent-mail.js';

const hour = 3_600_000;
const settleMs = 72 * hour;
const at = (hours: number): Date => new Date(Date.UTC(2026, 3, 1) + hours * hour);

const mail = (sentHour: number, over: Partial<SentMail> = {}): SentMail => ({
  sentAt: at(sentHour),
  state: 'accepted',
  failure: null,
  delayedAt: null,
  ...over,
});

const failed = (hours: number, blame: 'recipient' | 'sender' | 'path' = 'recipient') => ({
  failure: { blame, at: at(hours) },
});

describe('settle', () => {
  it.each([
    ['accepted, a moment before the settle time', mail(0), 71.99, 'unsettled', 72],
    ['accepted, at the settle time', mail(0), 72, 'accepted', 72],
    ['reported failed in time', mail(0, failed(71)), 71, 'failed', 72],
    ['reported failed at the settle time: too late', mail(0, failed(72)), 100, 'accepted', 72],
    ['reported failed for the sender’s sake', mail(0, failed(1, 'sender')), 1, 'no-verdict', 72],
    ['reported failed on the way', mail(0, failed(1, 'path')), 1, 'failed', 72],
    ['refused', mail(0, { state: 'refused', ...failed(0) }), 0, 'failed', 72],
    [
      'refused after long retries',
      mail(0, { state: 'refused', ...failed(120, 'path') }),
      120,
      'failed',
      72,
    ],
    [
      'refused for the sender’s sake',
      mail(0, { state: 'refused', ...failed(0, 'sender') }),
      0,
      'no-verdict',
      72,
    ],
    ['late', mail(0, { delayedAt: at(4) }), 75, 'unsettled', 76],
    ['late, then nothing more', mail(0, { delayedAt: at(4) }), 76, 'accepted', 76],
    ['late, then failed', mail(0, { delayedAt: at(70), ...failed(120) }), 120, 'failed', 142],
    ['late after it was settled', mail(0, { delayedAt: at(80) }), 81, 'accepted', 72],
    ['unknown', mail(0, { state: 'unknown' }), 1, 'unsettled', 72],
    ['unknown for good', mail(0, { state: 'unknown' }), 72, 'no-verdict', 72],
    ['unknown, then reported failed', mail(0, { state: 'unknown', ...failed(3) }), 3, 'failed', 72],
    ['still on its way', mail(0, { state: 'open' }), 200, 'unsettled', 272],
  ] as const)('%s', (_, sent, now, outcome, settlesAt) => {
    expect(settle(sent, at(now), settleMs)).toEqual({ outcome, settlesAt: at(settlesAt) });
  });
});

describe('judge', () => {
  const h = (sentHour: number): SentMail => mail(sentHour, failed(sentHour + 1));

  it.each([
    ['three in a row', [h(0), h(24), h(48)], 49, { kind: 'remove' }],
    [
      'the order of sending counts, not that of the list',
      [h(48), mail(300), h(0), h(24)],
      400,
      { kind: 'remove' },
    ],
    ['two', [h(0), h(24)], 25, { kind: 'keep' }],
    ['an accepted one between', [h(0), h(24), mail(48), h(72)], 200, { kind: 'keep' }],
    [
      'an unsettled one between: wait for it',
      [h(0), h(24), mail(48), h(72)],
      73,
      { kind: 'wait', until: at(120) },
    ],
    [
      'an unsettled one before three',
      [mail(0), h(1), h(2), h(3)],
      5,
      { kind: 'wait', until: at(72) },
    ],
    [
      'an unsettled one before two: only news can remove',
      [mail(0), h(1), h(2)],
      5,
      { kind: 'keep' },
    ],
    [
      'a sender-caused one between',
      [h(0), mail(1, failed(2, 'sender')), h(24), h(48)],
      49,
      { kind: 'remove' },
    ],
  ] as const)('%s', (_, mails, now, verdict) => {
    expect(judge(mails, at(now), settleMs)).toEqual(verdict);
  });
});

/** Says in another way what the rule wants: write the settled mails as letters, strike out B, look for HHH. */
const oracle = (mails: readonly SentMail[], now: Date): boolean => {
  const letters = mails
    .toSorted((a, b) => Number(a.sentAt) - Number(b.sentAt))
    .map(({ state, sentAt, failure, delayedAt }) => {
      const hoursSince = (later: Date): number => (Number(later) - Number(sentAt)) / hour;
      const patience = delayedAt && hoursSince(delayedAt) < 72 ? hoursSince(delayedAt) + 72 : 72;
      if (state === 'open') return failure ? (failure.blame === 'sender' ? 'B' : 'H') : '?';
      if (failure && (state === 'refused' || hoursSince(failure.at) < patience))
        return failure.blame === 'sender' ? 'B' : 'H';
      if (hoursSince(now) < patience) return '?';
      return state === 'accepted' ? 'S' : 'B';
    })
    .join('');
  return /HHH/.test(letters.replace(/\?.*/, '').replaceAll('B', ''));
};

const history = fc
  .array(
    fc.record({
      state: fc.constantFrom(
        'accepted' as const,
        'accepted' as const,
        'refused' as const,
        'unknown' as const,
        'open' as const,
      ),
      fails: fc.option(
        fc.record({
          blame: fc.constantFrom(
            'recipient' as const,
            'recipient' as const,
            'path' as const,
            'sender' as const,
          ),
          afterHours: fc.nat(150),
        }),
        { freq: 5 },
      ),
      delayedAfterHours: fc.option(fc.nat(90), { freq: 1 }),
    }),
    { maxLength: 12 },
  )
  .chain((mails) =>
    fc.record({
      mails: fc.shuffledSubarray(
        mails.map(({ state, fails, delayedAfterHours }, index): SentMail => ({
          sentAt: at(index * 20),
          state:
            state === 'open' && fails
              ? 'refused'
              : state === 'refused' && !fails
                ? 'accepted'
                : state,
          failure: fails && { blame: fails.blame, at: at(index * 20 + fails.afterHours) },
          delayedAt: delayedAfterHours === null ? null : at(index * 20 + delayedAfterHours),
        })),
        { minLength: mails.length },
      ),
      nowHour: fc.integer({ min: mails.length * 20, max: 600 }),
    }),
  );

/** What is known of the mails at an instant. */
const knownAt = (mails: readonly SentMail[], now: Date): SentMail[] =>
  mails.map((sent) => ({
    ...sent,
    failure: sent.failure && sent.failure.at <= now ? sent.failure : null,
    delayedAt: sent.delayedAt && sent.delayedAt <= now ? sent.delayedAt : null,
    state: sent.state === 'refused' && sent.failure && sent.failure.at > now ? 'open' : sent.state,
  }));

describe('judge against an oracle', () => {
  it('removes exactly those whom the oracle removes, over 10,000 histories', () => {
    fc.assert(
      fc.property(history, ({ mails, nowHour }) => {
        const known = knownAt(mails, at(nowHour));
        const removes = judge(known, at(nowHour), settleMs).kind === 'remove';
        expect(removes).toBe(oracle(known, at(nowHour)));
      }),
      { numRuns: 10_000 },
    );
  });

  it('misses no removal when it looks again only at news and when it said to', () => {
    fc.assert(
      fc.property(history, ({ mails }) => {
        const news = mails.flatMap(({ failure, delayedAt }) => [failure?.at, delayedAt]);
        const instants = news.filter((date) => date instanceof Date).map(Number);
        let removed = false;
        for (let now; (now = instants.sort((a, b) => a - b).shift()) !== undefined && !removed;) {
          const verdict = judge(knownAt(mails, new Date(now)), new Date(now), settleMs);
          removed = verdict.kind === 'remove';
          if (verdict.kind === 'wait' && Number(verdict.until) < Number(at(2_000)))
            instants.push(Number(verdict.until));
        }
        const everRemoved = Array.from({ length: 500 }, (_, i) => at(i + 1)).some((now) =>
          oracle(knownAt(mails, now), now),
        );
        expect(removed).toBe(everRemoved);
      }),
      { numRuns: 1_000 },
    );
  });
});
