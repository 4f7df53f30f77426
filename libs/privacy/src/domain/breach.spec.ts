import { describe, expect, it } from '@jest/globals';
import { breachDeadlines } from './breach.js';
import type { BreachKind } from './breach.js';

const knownAt = new Date('2026-04-01T00:00:00Z');
const day = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;

describe('the deadlines of a breach', () => {
  it.each<[BreachKind[], number, boolean, string | null, string | null]>([
    [['OTHER'], 1_000, false, null, null],
    [['OTHER'], 1_001, false, '2026-04-06', '2026-05-01'],
    [['SENSITIVE'], 1, false, '2026-04-06', '2026-05-01'],
    [['PROPERTY_DAMAGE'], 1, false, '2026-04-06', '2026-05-01'],
    [['MALICIOUS'], 1, false, '2026-04-06', '2026-05-31'],
    [['SENSITIVE', 'MALICIOUS'], 1, false, '2026-04-06', '2026-05-31'],
    [['MALICIOUS'], 0, false, null, null],
    [['MALICIOUS'], 5_000, true, null, null],
  ])('%j of %i persons, encrypted %s', (kinds, persons, wasEncrypted, first, full) => {
    const due = breachDeadlines({ knownAt, kinds, persons, wasEncrypted });
    expect([day(due.firstReportBy), day(due.fullReportBy)]).toEqual([first, full]);
    expect(day(due.tenantsToldBy)).toBe('2026-04-06');
  });
});
