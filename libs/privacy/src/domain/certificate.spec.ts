import { expect, it } from '@jest/globals';
import { certificateText, lineText } from './certificate.js';

const facts = {
  no: 7,
  day: '2026-08-05',
  tenantId: '00000000-0000-7000-8000-000000000001',
  class: 'A',
  lines: [{ rule: 'subscribers', count: 3 }],
  issuedAt: new Date('2026-08-04T17:00:00Z'),
} as const;

it('says all that a certificate says, and which one came before', () => {
  expect(certificateText(facts, 'ab')).toBe(
    '[7,"ab","2026-08-05","00000000-0000-7000-8000-000000000001","A",[["subscribers",3]],"2026-08-04T17:00:00.000Z"]',
  );
});

it.each([
  { no: 8 },
  { day: '2026-08-06' },
  { tenantId: null },
  { class: 'B' as const },
  { lines: [{ rule: 'subscribers', count: 4 }] },
  { lines: [] },
  { issuedAt: new Date('2026-08-04T17:00:00.001Z') },
])('is another text with %j', (change) => {
  expect(certificateText({ ...facts, ...change }, 'ab')).not.toBe(certificateText(facts, 'ab'));
});

it.each([
  ['subscribers', 'ja', '読者'],
  ['subscribers', 'en', 'Readers'],
  ['streak_checks', 'ja', 'streak_checks'],
] as const)('calls %s in %s %s', (rule, locale, text) => {
  expect(lineText(rule, locale)).toBe(text);
});
