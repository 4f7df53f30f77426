import type { Texts } from '#lib/kernel';

/** Errors keep a campaign from being sent; warnings are advice. */
type Severity = 'error' | 'warning';

/** One thing the check before sending found. `code` is stable. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** What to mend: a field of the campaign, or `sender`, `target`, `scheduledAt`, `contract`. */
  readonly field: string;
  readonly messages: Texts;
}

export const problem = (code: string, field: string, ja: string, en: string): Finding => ({
  code,
  severity: 'error',
  field,
  messages: { ja, en },
});

export const advice = (code: string, field: string, ja: string, en: string): Finding => ({
  ...problem(code, field, ja, en),
  severity: 'warning',
});

export const errorsOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity === 'error');
