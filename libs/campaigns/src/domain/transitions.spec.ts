import { BusinessError } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import type { CampaignState, CampaignStatus } from './campaign.js';
import { campaignStatuses, nothingLeft, receiptOf } from './campaign.js';
import * as t from './transitions.js';

const at = new Date('2026-04-01T00:00:00Z');
const later = new Date('2026-04-01T01:00:00Z');
const plan = { scheduledAt: at, contentVersion: 1 };
const launched = { ...plan, launchedAt: at };
const receipt = { left: 3, inFlight: 1, cancelled: 6 };

const states: Record<CampaignStatus, CampaignState> = {
  draft: { status: 'draft' },
  scheduled: { status: 'scheduled', ...plan },
  held: { status: 'held', ...plan },
  sending: { status: 'sending', ...launched },
  paused: { status: 'paused', ...launched },
  aborted: { status: 'aborted', ...launched, receipt },
  sent: { status: 'sent', ...launched },
  cancelled: { status: 'cancelled', ...plan },
  missed: { status: 'missed', ...plan },
};

const dayAfter = new Date(at.getTime() + t.staleAfterMs + 1);

const moves: Record<string, (state: CampaignState) => CampaignState> = {
  schedule: (s) => t.schedule(s, { scheduledAt: later, contentVersion: 2 }),
  scheduleSame: (s) => t.schedule(s, plan),
  reschedule: (s) => t.reschedule(s, later),
  rescheduleSame: (s) => t.reschedule(s, at),
  unschedule: t.unschedule,
  cancel: t.cancel,
  launch: (s) => t.launch(s, later),
  sendNow: (s) => t.sendNow(s, { scheduledAt: later, contentVersion: 2 }),
  hold: t.hold,
  missEarly: (s) => t.miss(s, later),
  missLate: (s) => t.miss(s, dayAfter),
  pause: t.pause,
  halt: (s) => t.halt(s, true),
  haltAnew: (s) => t.halt(s, false),
  resume: t.resume,
  abort: (s) => t.abort(s, { left: 9, inFlight: 0, cancelled: 0 }),
  finish: t.finish,
};

const outcome = (move: (s: CampaignState) => CampaignState, from: CampaignState): string => {
  try {
    const to = move(from);
    return to === from ? 'same' : to.status;
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error;
    expect({ code: error.code, params: error.params }).toEqual({
      code: 'campaign.state-changed',
      params: { status: from.status },
    });
    return '–';
  }
};

// prettier-ignore
const table: Record<string, string[]> = {
  //               draft        scheduled    held         sending    paused     aborted  sent    cancelled  missed
  schedule:       ['scheduled', '–',         '–',         '–',       '–',       '–',     '–',    '–',       '–'],
  scheduleSame:   ['scheduled', 'same',      '–',         '–',       '–',       '–',     '–',    '–',       '–'],
  reschedule:     ['–',         'scheduled', '–',         '–',       '–',       '–',     '–',    '–',       '–'],
  rescheduleSame: ['–',         'same',      '–',         '–',       '–',       '–',     '–',    '–',       '–'],
  unschedule:     ['same',      'draft',     '–',         '–',       '–',       '–',     '–',    '–',       '–'],
  cancel:         ['–',         'cancelled', 'cancelled', '–',       '–',       '–',     '–',    'same',    '–'],
  launch:         ['–',         'sending',   'sending',   '–',       '–',       '–',     '–',    '–',       '–'],
  sendNow:        ['sending',   'sending',   '–',         'same',    '–',       '–',     'same', '–',       '–'],
  hold:           ['–',         'held',      'same',      '–',       '–',       '–',     '–',    '–',       '–'],
  missEarly:      ['–',         'same',      'same',      '–',       '–',       '–',     '–',    '–',       '–'],
  missLate:       ['–',         'missed',    'missed',    '–',       '–',       '–',     '–',    '–',       '–'],
  pause:          ['–',         '–',         '–',         'paused',  'same',    '–',     '–',    '–',       '–'],
  halt:           ['–',         '–',         '–',         'paused',  'same',    '–',     '–',    '–',       '–'],
  haltAnew:       ['–',         '–',         '–',         'paused',  'paused',  '–',     '–',    '–',       '–'],
  resume:         ['–',         '–',         '–',         'same',    'sending', '–',     '–',    '–',       '–'],
  abort:          ['–',         '–',         '–',         'aborted', 'aborted', 'same',  '–',    '–',       '–'],
  finish:         ['–',         '–',         '–',         'sent',    'sent',    'same',  'same', '–',       '–'],
};

describe('transitions of a campaign', () => {
  it.each(Object.keys(moves))('%s from every state', (name) => {
    const move = moves[name] as (s: CampaignState) => CampaignState;
    expect(campaignStatuses.map((status) => outcome(move, states[status]))).toEqual(table[name]);
  });

  it('carries the plan, the launch and the receipt along', () => {
    const sending = t.launch(t.hold(t.schedule(states.draft, plan)), later);
    const stopped = t.abort(t.pause(sending), receipt);
    expect(stopped).toEqual({ status: 'aborted', ...plan, launchedAt: later, receipt });
    expect(t.cancel(states.held)).toEqual({ status: 'cancelled', ...plan });
    expect(t.unschedule(states.scheduled)).toEqual({ status: 'draft' });
    expect(t.finish(t.resume(states.paused))).toEqual({ status: 'sent', ...launched });
    expect(t.sendNow(states.scheduled, { scheduledAt: later, contentVersion: 4 })).toEqual({
      status: 'sending',
      scheduledAt: later,
      contentVersion: 4,
      launchedAt: later,
    });
  });

  it('keeps the first receipt when stopped again', () => {
    expect([t.abort(states.aborted, nothingLeft), states.cancelled].map(receiptOf)).toEqual([
      receipt,
      nothingLeft,
    ]);
  });

  it.each([
    ['2026-04-02T00:00:00.000Z', false],
    ['2026-04-02T00:00:00.001Z', true],
  ])('is stale at %s: %s', (now, stale) => {
    expect(t.isStale(plan, new Date(now))).toBe(stale);
  });
});
