import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { contractStages } from './contract-stage.js';
import { contractMoves } from './lifecycle-moves.js';
import type { ContractNeed } from './lifecycle-moves.js';
import { advanceContract, endDateOf } from './lifecycle.js';
import type { ContractDecision, ContractEvent, ContractLife } from './lifecycle.js';

const endDate = PlainDate.from('2026-07-31');
const laterDate = PlainDate.from('2026-08-31');

const lives: (ContractLife | undefined)[] = [
  undefined,
  ...contractStages.flatMap((stage): ContractLife[] =>
    stage === 'active' || stage === 'suspended'
      ? [
          { stage, endDate: null },
          { stage, endDate },
        ]
      : [{ stage }],
  ),
];

const everything = new Set<ContractNeed>(
  Object.values(contractMoves).flatMap(({ needs }) => needs as readonly ContractNeed[]),
);

const eventOf = (kind: ContractEvent['kind']): ContractEvent =>
  kind === 'accept-notice' ? { kind, endDate: laterDate } : { kind };

const short = (decision: ContractDecision): string => {
  if ('refused' in decision) return '–';
  const { to } = decision;
  const end = endDateOf(to);
  return end ? `${to.stage} until ${end.toString()}` : to.stage;
};

const until31 = 'until 2026-07-31';

/** Only the cells in which something happens; every other one must be impossible. */
const table: Record<ContractEvent['kind'], Record<string, string>> = {
  apply: { none: 'applied' },
  reject: { applied: 'rejected', ready: 'rejected' },
  withdraw: { applied: 'withdrawn', ready: 'withdrawn' },
  'meet-conditions': { applied: 'ready' },
  'send-start-notice': { ready: 'start-notified' },
  'start-service': { 'start-notified': 'active' },
  suspend: { active: 'suspended', 'active, ending': `suspended ${until31}` },
  resume: { suspended: 'active', 'suspended, ending': `active ${until31}` },
  'accept-notice': {
    active: 'active until 2026-08-31',
    suspended: 'suspended until 2026-08-31',
    'active, ending': `active ${until31}`,
    'suspended, ending': `suspended ${until31}`,
  },
  'withdraw-notice': { 'active, ending': 'active', 'suspended, ending': 'suspended' },
  'terminate-now': terminated(),
  'terminate-uncured': terminated(),
  'reach-end': { 'active, ending': 'terminated', 'suspended, ending': 'terminated' },
  'erase-service-data': {
    rejected: 'data-erased',
    withdrawn: 'data-erased',
    terminated: 'data-erased',
  },
  'erase-personal-data': { 'data-erased': 'erased' },
};

function terminated(): Record<string, string> {
  const stages = ['active', 'active, ending', 'suspended', 'suspended, ending'];
  return Object.fromEntries(stages.map((stage) => [stage, 'terminated']));
}

const nameOf = (life: ContractLife | undefined): string =>
  `${life?.stage ?? 'none'}${endDateOf(life) ? ', ending' : ''}`;

describe('the life of a contract, every event in every stage', () => {
  it.each(Object.keys(table) as ContractEvent['kind'][])('%s', (kind) => {
    const cells = lives.map((life) => [
      nameOf(life),
      short(advanceContract(life, eventOf(kind), everything)),
    ]);
    const expected = lives.map((life) => [nameOf(life), table[kind][nameOf(life)] ?? '–']);
    expect(cells).toEqual(expected);
  });

  it.each(Object.keys(table) as ContractEvent['kind'][])('%s waits for each condition', (kind) => {
    const from = lives.find((life) => table[kind][nameOf(life)]);
    const needs: readonly ContractNeed[] = contractMoves[kind].needs;
    for (const need of needs) {
      const met = new Set([...everything].filter((each) => each !== need));
      expect(advanceContract(from, eventOf(kind), met)).toEqual({
        refused: 'unmet',
        unmet: [need],
      });
    }
    if (needs.length > 0)
      expect(advanceContract(from, eventOf(kind), new Set())).toEqual({
        refused: 'unmet',
        unmet: needs,
      });
  });
});

it('an earlier end takes the place of a later one', () => {
  const life: ContractLife = { stage: 'active', endDate: laterDate };
  const decision = advanceContract(life, { kind: 'accept-notice', endDate }, everything);
  expect(decision).toEqual({ to: { stage: 'active', endDate }, effects: ['confirm-end'] });
});

it('the end closes everything that must be closed', () => {
  const decision = advanceContract({ stage: 'active', endDate }, { kind: 'reach-end' }, everything);
  expect(decision).toEqual({
    to: { stage: 'terminated' },
    effects: [
      'cancel-campaigns',
      'revoke-credentials',
      'close-forms',
      'accelerate-debts',
      'final-invoice',
      'start-erasure-clock',
    ],
  });
});
