/** A request that must be refused, with the answer as the test tells it: `422 code: field, field rule`. */
export interface BadInput {
  readonly what: string;
  /** `{campaignId}` and the like stand for ids of the caller's tenant. */
  readonly to: string;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly refused: string;
}
