/** One thing to mend in the input. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly messages: { readonly ja: string; readonly en: string };
}

interface ProblemBody {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly messages?: { readonly ja: string; readonly en: string };
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldProblem[];
}

/** A refusal of the API. @rfc 9457 */
export class ApiProblem extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly texts: { readonly ja: string; readonly en: string } | undefined;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldProblem[];

  constructor(
    readonly status: number,
    body: unknown,
  ) {
    const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
    super(problem.detail ?? `HTTP ${status}`);
    this.code = problem.code ?? `http.${status}`;
    this.field = problem.field;
    this.texts = problem.messages;
    this.params = problem.params ?? {};
    this.fields = problem.errors ?? [];
  }
}

export const isProblem = (error: unknown, code: string): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
