import type { EventType } from './event-types.js';

export const endpointStates = ['on', 'off', 'failed'] as const;

/** `off`: by a person. `failed`: by us, because nothing arrived there for days. */
type EndpointState = (typeof endpointStates)[number];

export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly events: readonly EventType[];
  readonly state: EndpointState;
  /** Since when every try has failed; null after one that was taken. */
  readonly failingSince: Date | null;
  readonly createdAt: Date;
}

export const messageStates = ['waiting', 'delivered', 'failed'] as const;

/** One event on its way to one endpoint. */
export interface WebhookMessage {
  /** The same in each try: the receiver knows by it what it has seen. */
  readonly id: string;
  readonly endpointId: string;
  readonly type: EventType;
  readonly body: string;
  readonly createdAt: Date;
  readonly state: (typeof messageStates)[number];
  readonly tries: number;
  readonly lastTriedAt: Date | null;
  /** HTTP status of the last answer; null when there was none. */
  readonly lastStatus: number | null;
  /** Why the last try failed: a short word, never the answer's text. */
  readonly lastProblem: string | null;
  readonly nextTryAt: Date | null;
}
