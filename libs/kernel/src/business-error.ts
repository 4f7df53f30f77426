import type { Texts } from './locale.js';

/** What went wrong, coarsely: decides the HTTP status and whether trying again helps. */
export type ErrorKind =
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'invalid'
  | 'unavailable'
  | 'unauthenticated'
  | 'too-many';

export type ErrorParams = Readonly<Record<string, string | number>>;

/** What a single occurrence adds to its definition. */
export interface ErrorDetails {
  /** The input field to mend, as the API names it. */
  field?: string | undefined;
  /** Fill the `{name}` places of the texts and go to the caller: never an address, token or body. */
  params?: ErrorParams | undefined;
  /** Whole seconds after which trying again makes sense. */
  retryAfterSeconds?: number | undefined;
}

/** A refusal by a rule of ours, to be told to the caller. `message` is the code alone, fit for logs. */
export class BusinessError extends Error {
  override readonly name = 'BusinessError';
  readonly kind: ErrorKind;
  /** Stable for ever, `library.problem`: clients may compare it. */
  readonly code: string;
  readonly texts: Texts;
  readonly field?: string;
  readonly params: ErrorParams;
  readonly retryAfterSeconds?: number;

  constructor(what: { kind: ErrorKind; code: string; texts: Texts } & ErrorDetails) {
    super(what.code);
    this.kind = what.kind;
    this.code = what.code;
    this.texts = what.texts;
    this.params = what.params ?? {};
    if (what.field !== undefined) this.field = what.field;
    if (what.retryAfterSeconds !== undefined) this.retryAfterSeconds = what.retryAfterSeconds;
  }
}
