import { randomInt } from 'node:crypto';
import type { AppUnderTest, TestAnswer, TestClient } from '#lib/accounts/testing';
import { Clock } from '#lib/kernel';
import type { Drain } from '#platform/queue';

type Verb = 'schedule' | 'cancel' | 'send-now' | 'abort';

/** How many of 1,000 wishes are stops, so that races end at every stage and some are never stopped. */
const stopShares = [0, 2, 5, 20, 500];

/** How many of 1,000 other wishes are to send now; the rest schedule. */
const startShares = [0, 5, 500];

const hourMs = 3_600_000;

const pick = (shares: readonly number[]): number => shares[randomInt(shares.length)] ?? 0;

const verbsWith = (stops: number, starts: number) => (): Verb => {
  if (randomInt(1000) < stops) return randomInt(2) === 0 ? 'cancel' : 'abort';
  return randomInt(1000) < starts ? 'send-now' : 'schedule';
};

interface Arena {
  readonly app: AppUnderTest & { readonly drain: Drain };
  readonly client: TestClient;
  readonly campaignId: string;
  /** The recipients of all mails the relay has taken for this campaign. */
  readonly mailed: () => readonly string[];
  readonly calls: number;
}

/** What came of a race, and everything that should never be: an empty list is a won race. */
export interface RaceResult {
  readonly status: string;
  readonly mails: number;
  readonly granted: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

interface Call {
  readonly verb: Verb;
  readonly answer: TestAnswer;
}

/**
 * Throws many schedule, cancel, send-now and abort calls at one draft at once, while its jobs run, and looks whether
 * the campaign, its record, the answers and the relay tell one story.
 */
export const race = async (arena: Arena): Promise<RaceResult> => {
  const { app, client, campaignId, calls } = arena;
  const path = `/api/v1/campaigns/${campaignId}`;
  const at = new Date(app.get(Clock).now().getTime() + (randomInt(2) === 0 ? 0 : hourMs));
  const call = async (verb: Verb): Promise<Call> => {
    const answer = await client.post(`${path}/${verb}`, verb === 'schedule' ? { at } : {});
    return { verb, answer };
  };
  const anyVerb = verbsWith(pick(stopShares), pick(startShares));
  await client.get(path);
  const racing = Promise.all(Array.from({ length: calls }, () => call(anyVerb())));
  const done = await drainDuring(app.drain, racing);
  const campaign = (await client.get(path)).body as CampaignBody;
  const history = (await client.get(`${path}/history`)).body as HistoryBody;
  const mailed = arena.mailed();
  const granted: Record<string, number> = {};
  for (const { verb, answer } of done)
    if (answer.status === 200) granted[verb] = (granted[verb] ?? 0) + 1;
  const faults = [
    ...faultyAnswers(done),
    ...faultyReceipts(done, campaign.status),
    ...faultyHistory(history, campaign.status),
    ...faultyMails(campaign, mailed),
  ];
  return { status: campaign.status, mails: mailed.length, granted, faults };
};

interface CampaignBody {
  readonly status: string;
  readonly progress: {
    readonly candidates: number;
    readonly accepted: number;
    readonly equationHolds: boolean;
  } | null;
}

interface HistoryBody {
  readonly items: readonly { readonly event: string; readonly from: string; readonly to: string }[];
}

const drainDuring = async <T>(drain: Drain, racing: Promise<T>): Promise<T> => {
  const race = { over: false };
  const watched = racing.finally(() => {
    race.over = true;
  });
  while (!race.over) {
    await drain.runDue();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const result = await watched;
  await drain.sweep();
  return result;
};

const faultyAnswers = (done: readonly Call[]): string[] =>
  done
    .filter(({ answer: { status, body } }) => {
      const { code } = (body ?? {}) as { code?: string };
      return status !== 200 && !(status === 409 && code === 'campaign.state-changed');
    })
    .map(({ verb, answer }) => `${verb} was answered with ${answer.status}`);

/** Whoever stopped it, everybody was told the same. */
const faultyReceipts = (done: readonly Call[], status: string): string[] => {
  const stops = done.filter(({ verb, answer }) => isStop(verb) && answer.status === 200);
  const told = new Set(stops.map(({ answer }) => JSON.stringify(answer.body)));
  return [
    ...(told.size > 1 ? [`different receipts: ${[...told].join(' ')}`] : []),
    ...(told.size > 0 && status !== 'aborted' && status !== 'cancelled'
      ? [`stopped, and yet ${status}`]
      : []),
  ];
};

const isStop = (verb: string): boolean => verb === 'cancel' || verb === 'abort';

const faultyHistory = ({ items }: HistoryBody, status: string): string[] => {
  const chain = items.map(({ from, to }) => `${from} to ${to}`).join(', ');
  const broken = items.some(({ from }, i) => from !== (i === 0 ? 'draft' : items[i - 1]?.to));
  const launches = items.filter(({ event }) => event === 'launched').length;
  return [
    ...(broken || (items.at(-1)?.to ?? 'draft') !== status ? [`${status} after ${chain}`] : []),
    ...(launches > 1 ? [`launched ${launches} times`] : []),
  ];
};

const faultyMails = ({ status, progress }: CampaignBody, mailed: readonly string[]): string[] => [
  ...(new Set(mailed).size === mailed.length ? [] : ['somebody got two mails']),
  ...(mailed.length === (progress?.accepted ?? 0)
    ? []
    : [`${mailed.length} mails, ${progress?.accepted ?? 0} accepted`]),
  ...(progress && !progress.equationHolds ? ['the equation does not hold'] : []),
  ...(status === 'sent' && progress?.accepted !== progress?.candidates ? ['not all mailed'] : []),
  ...(['sent', 'aborted', 'cancelled', 'scheduled'].includes(status) ? [] : [`left ${status}`]),
];
