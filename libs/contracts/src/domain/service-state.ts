import type { ContractStage } from './contract-stage.js';

/** What bears on service at one instant. */
export interface ServiceState {
  readonly stage: ContractStage;
  /** 00:00 of the service start date in Japan; null while there is none. */
  readonly startsAt: Date | null;
  /** 24:00 of the last day, once fixed. */
  readonly endsAt: Date | null;
  /** What an interruption of service stops just then. @clause W13.1 */
  readonly interrupted: { readonly sending: boolean; readonly forms: boolean };
}

/**
 * Whether there is service at all. The start and the end count to the millisecond, whether or not a sweep has come
 * by to write them down.
 * @clause W4.4, W5.1, W13.2, W15.1
 */
const isServed = ({ stage, startsAt, endsAt }: ServiceState, at: Date): boolean =>
  (stage === 'active' || stage === 'start-notified') &&
  startsAt !== null &&
  startsAt <= at &&
  (endsAt === null || at < endsAt);

/** Whether mail may leave then. No contract, no mail. @clause W5.1 */
export const maySendUnder = (state: ServiceState | undefined, at: Date): boolean =>
  state !== undefined && isServed(state, at) && !state.interrupted.sending;

/** Whether sign-up forms are open then: a suspended tenant's are closed too. Unsubscribing always works. */
export const isServedUnder = (state: ServiceState | undefined, at: Date): boolean =>
  state !== undefined && isServed(state, at) && !state.interrupted.forms;
