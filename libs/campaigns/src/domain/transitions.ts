import type { CampaignState, Plan, StopReceipt } from './campaign.js';
import { ruleErrors } from './rule.errors.js';

/**
 * Every change of state there is, one function each. The very state that was given comes back when the wish is
 * already fulfilled; any other refusal is `campaign.state-changed` with the present state, so that whoever lost a
 * race learns who won it.
 */

/** Past tense, as the record of transitions and the audit trail keep it. */
export type CampaignEvent =
  | 'scheduled'
  | 'rescheduled'
  | 'unscheduled'
  | 'cancelled'
  | 'launched'
  | 'held'
  | 'missed'
  | 'paused'
  | 'halted'
  | 'resumed'
  | 'aborted'
  | 'finished';

/** How long after its time a campaign that could not leave may still leave by itself. */
export const staleAfterMs = 24 * 3600 * 1000;

const refuse = ({ status }: CampaignState): never => {
  throw ruleErrors.stateChanged({ field: 'status', params: { status } });
};

export const schedule = (state: CampaignState, plan: Plan): CampaignState => {
  if (state.status === 'draft') return { status: 'scheduled', ...plan };
  return isPlannedAt(state, plan.scheduledAt) ? state : refuse(state);
};

/** The frozen content stays the same. */
export const reschedule = (state: CampaignState, scheduledAt: Date): CampaignState => {
  if (state.status !== 'scheduled') return refuse(state);
  return isPlannedAt(state, scheduledAt) ? state : { ...state, scheduledAt };
};

/** Back to a draft, to edit it. @clause W9.1 */
export const unschedule = (state: CampaignState): CampaignState => {
  if (state.status === 'draft') return state;
  return state.status === 'scheduled' ? { status: 'draft' } : refuse(state);
};

/** Stops what has not been launched. @clause W9.1 */
export const cancel = (state: CampaignState): CampaignState => {
  if (state.status === 'cancelled') return state;
  if (state.status !== 'scheduled' && state.status !== 'held') return refuse(state);
  return { ...planOf(state), status: 'cancelled' };
};

/** The scheduled time has come, or a held campaign may leave after all. */
export const launch = (state: CampaignState, launchedAt: Date): CampaignState => {
  if (state.status !== 'scheduled' && state.status !== 'held') return refuse(state);
  return { ...planOf(state), status: 'sending', launchedAt };
};

/** A member does not wait for the scheduled time. */
export const sendNow = (state: CampaignState, plan: Plan): CampaignState => {
  if (state.status === 'sending' || state.status === 'sent') return state;
  if (state.status !== 'draft' && state.status !== 'scheduled') return refuse(state);
  return { ...plan, status: 'sending', launchedAt: plan.scheduledAt };
};

/** The time has come while the contract sleeps. */
export const hold = (state: CampaignState): CampaignState => {
  if (state.status === 'held') return state;
  return state.status === 'scheduled' ? { ...planOf(state), status: 'held' } : refuse(state);
};

/** Too late to send without asking anybody. */
export const miss = (state: CampaignState, now: Date): CampaignState => {
  if (state.status !== 'scheduled' && state.status !== 'held') return refuse(state);
  return isStale(state, now) ? { ...planOf(state), status: 'missed' } : state;
};

export const pause = (state: CampaignState): CampaignState => {
  if (state.status === 'paused') return state;
  return state.status === 'sending' ? { ...state, status: 'paused' } : refuse(state);
};

/** An operator stops it, also what its members paused themselves: only operators let it go on. @clause W18 */
export const halt = (state: CampaignState, isHalted: boolean): CampaignState => {
  if (state.status === 'paused') return isHalted ? state : { ...state };
  return pause(state);
};

export const resume = (state: CampaignState): CampaignState => {
  if (state.status === 'sending') return state;
  return state.status === 'paused' ? { ...state, status: 'sending' } : refuse(state);
};

export const abort = (state: CampaignState, receipt: StopReceipt): CampaignState => {
  if (state.status === 'aborted') return state;
  if (state.status !== 'sending' && state.status !== 'paused') return refuse(state);
  return { ...planOf(state), launchedAt: state.launchedAt, status: 'aborted', receipt };
};

/** Every recipient has an outcome. */
export const finish = (state: CampaignState): CampaignState => {
  if (state.status === 'sent' || state.status === 'aborted') return state;
  if (state.status !== 'sending' && state.status !== 'paused') return refuse(state);
  return { ...state, status: 'sent' };
};

/** Mails of it may be leaving right now. */
export const isUnderWay = (state: CampaignState): boolean =>
  state.status === 'sending' || state.status === 'paused';

/** More than 24 hours past its time: nobody wants this mail any more without being asked. */
export const isStale = ({ scheduledAt }: Plan, now: Date): boolean =>
  now.getTime() > scheduledAt.getTime() + staleAfterMs;

const isPlannedAt = (state: CampaignState, at: Date): boolean =>
  state.status === 'scheduled' && state.scheduledAt.getTime() === at.getTime();

const planOf = ({ scheduledAt, contentVersion }: Plan): Plan => ({ scheduledAt, contentVersion });
