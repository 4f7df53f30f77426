import type { BadInput } from './bad-input.js';

const nested = (depth: number): object => (depth === 0 ? {} : { all: [nested(depth - 1)] });

/** Segments and conditions that cannot be. */
export const conditions: readonly BadInput[] = [
  {
    what: 'a condition that is empty',
    to: 'POST /api/v1/segments',
    body: { name: 'x', condition: {} },
    refused: '422 campaign.bad-condition: condition',
  },
  {
    what: 'a condition with an operator of nobody',
    to: 'POST /api/v1/segments',
    body: { name: 'x', condition: { field: 'a', op: 'like', value: '%' } },
    refused: '422 campaign.bad-condition: condition.op',
  },
  {
    what: 'a condition with SQL for a field',
    to: 'POST /api/v1/audience/count',
    body: {
      newsletterIds: ['{newsletterId}'],
      condition: { field: "a' OR true --", op: 'is', value: 'x' },
    },
    refused: '422 campaign.bad-condition: condition.field',
  },
  {
    what: 'conditions 1,000 deep',
    to: 'POST /api/v1/segments',
    body: { name: 'x', condition: nested(1_000) },
    refused: '422 request.malformed: condition',
  },
  {
    what: 'a condition on 31 February',
    to: 'POST /api/v1/segments',
    body: { name: 'x', condition: { joined: 'before', value: '2026-02-31' } },
    refused: '422 campaign.bad-condition: condition.value',
  },
  {
    what: 'a condition with a NUL',
    to: 'POST /api/v1/segments',
    body: { name: 'x', condition: { field: 'a', op: 'is', value: '\u0000' } },
    refused: '422 request.malformed: condition.value',
  },
  {
    what: 'a condition on a key of the prototype',
    to: 'POST /api/v1/audience/count',
    body: {
      newsletterIds: ['{newsletterId}'],
      condition: { field: '__proto__', op: 'is', value: 'x' },
    },
    refused: '422 campaign.bad-condition: condition.field',
  },
  {
    what: 'a segment name taken',
    to: 'POST /api/v1/segments',
    body: { name: '春の読者', condition: { joined: 'before', value: '2026-01-01' } },
    refused: '409 segment.name-taken: name',
  },
  {
    what: 'an audience of no newsletter of ours',
    to: 'POST /api/v1/audience/count',
    body: { newsletterIds: ['01890000-0000-7000-8000-000000000000'] },
    refused: '422 campaign.unknown-newsletter: newsletterIds',
  },
];
