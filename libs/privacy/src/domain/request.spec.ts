import { describe, expect, it } from '@jest/globals';
import { mayCost, requestKinds, requestStates, stateAfter } from './request.js';
import type { RequestEvent } from './request.js';

const events: RequestEvent[] = [
  'verify',
  'fail',
  'pay',
  'fulfil',
  'fulfil-in-part',
  'refuse',
  'withdraw',
  'expire',
  'close',
];

const table = (feeYen: number): string[] =>
  requestStates.flatMap((state) =>
    events.flatMap((event) => {
      const next = stateAfter(state, event, feeYen);
      return next ? [`${state} ${event} ${next}`] : [];
    }),
  );

const shared = [
  'identity_pending fail identity_failed',
  'identity_pending withdraw withdrawn',
  'identity_pending expire expired',
  'fee_pending pay in_review',
  'fee_pending withdraw withdrawn',
  'fee_pending expire expired',
  'in_review fulfil fulfilled',
  'in_review fulfil-in-part partially_fulfilled',
  'in_review refuse refused',
  'in_review withdraw withdrawn',
  'fulfilled close closed',
  'partially_fulfilled close closed',
  'refused close closed',
];

describe('a request about personal data', () => {
  it.each([
    [0, 'identity_pending verify in_review'],
    [1_000, 'identity_pending verify fee_pending'],
  ])('with a fee of %i yen moves so and not otherwise', (feeYen, verified) => {
    expect(table(feeYen)).toEqual([verified, ...shared]);
  });

  it('may cost something for disclosure and the notice of purposes only', () => {
    expect(requestKinds.filter(mayCost)).toEqual(['PURPOSE_NOTICE', 'DISCLOSURE']);
  });
});
