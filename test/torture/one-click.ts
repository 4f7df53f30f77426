/**
 * Unsubscribing by one click (T41): 10,000 POSTs over 200 connections, each link several times at once and in every
 * encoding, with GET and HEAD before and in between. Every answer is a 200, every reader leaves once, and who was only
 * looked at stays.
 * `npm run torture:one-click -- --posts N [--quick]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { SubscriberLinks } from '#lib/subscribers';
import { newId } from '#lib/kernel';
import { readersOf } from '#lib/subscribers/testing';
import { percentile } from './door/caller.js';
import { openDoor } from './door/door.js';
import { oneClickRequests } from './door/one-click-requests.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    quick: { type: 'boolean', default: false },
  },
});
const posts = values.quick ? 600 : Number(values.posts);
const connections = values.quick ? 50 : 200;
const postsEach = 4;
const leavers = Math.ceil(posts / postsEach);
const stayers = Math.ceil(leavers / 10);

const door = await openDoor(connections);
const { stage, sink, caller } = door;
const failures = new Map<string, number>();
const fail = (what: string): void => {
  failures.set(what, (failures.get(what) ?? 0) + 1);
};
const took: number[] = [];

const look = async (method: 'GET' | 'HEAD', path: string): Promise<void> => {
  const { status } = await caller.send({ method, path });
  if (status !== 200) fail(`${method}: ${status}`);
};

const post = async (link: string, n: number): Promise<void> => {
  const request = oneClickRequests[n % oneClickRequests.length];
  if (!request) return;
  const { name, headers = {}, body = '', path = (same: string) => same } = request;
  const reply = await caller.send({ method: 'POST', path: path(link), headers, body });
  took.push(reply.ms);
  if (reply.status !== 200) fail(`POST ${name}: ${reply.status}`);
  if (reply.headers['location'] ?? reply.headers['set-cookie']) fail(`POST ${name}: a condition`);
};

const one = async <T>(sql: string, of: readonly unknown[]): Promise<T | undefined> =>
  (await stage.sql<{ value: T & object }>(sql, [...of]))[0]?.value;

try {
  const shop = await stage.shop(leavers + stayers);
  const { tenantId, newsletterId } = shop;
  const campaignId = newId(new Date());
  const links = stage.app.get(SubscriberLinks);
  const people = (await readersOf(stage.app, tenantId)).map(({ id }) => id);
  const paths = people.map(
    (subscriberId) =>
      new URL(links.of({ tenantId, subscriberId, newsletterId, campaignId }).oneClick).pathname,
  );
  const wishes: (() => Promise<void>)[] = [];
  for (const [n, path] of paths.slice(0, leavers).entries()) {
    if (n % 5 === 0) wishes.push(() => look('HEAD', path));
    // Neighbours in the list, so that they are under way together; another encoding for each.
    for (let i = 0; i < postsEach; i++) wishes.push(() => post(path, n * postsEach + i));
    if (n % 7 === 0) wishes.push(() => look('GET', path));
  }
  for (const path of paths.slice(leavers))
    for (const method of ['GET', 'HEAD'] as const) wishes.push(() => look(method, path));
  const began = performance.now();
  await Promise.all(wishes.map((wish) => wish()));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  await door.untilQuiet();
  const wrongInLedger = await one<number>(
    `SELECT count(*)::int AS value FROM unnest($2::uuid[], $3::bool[]) AS p (id, leaves)
      WHERE (SELECT count(*) FROM subscriber_changes c WHERE c.tenant_id = $1 AND c.subscriber_id = p.id
               AND c.to_status = 'unsubscribed') <> CASE WHEN leaves THEN 1 ELSE 0 END`,
    [tenantId, people, people.map((_, n) => n < leavers)],
  );
  const byCampaign = await one<number>(
    `SELECT sum(people)::int AS value FROM campaign_leaves WHERE campaign_id = $1`,
    [campaignId],
  );
  const active = await one<number>(
    `SELECT sum(active)::int AS value FROM newsletter_days WHERE newsletter_id = $1`,
    [newsletterId],
  );
  const farewells = new Set(sink.mails.map(({ to }) => to)).size;
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  const isRight =
    wrongInLedger === 0 && byCampaign === leavers && active === stayers && farewells === leavers;
  verdict(
    {
      posts: took.length,
      connections,
      encodings: oneClickRequests.length,
      leavers,
      ...{ wrongInLedger, byCampaign, active, stayers, farewells, mails: sink.mails.length },
      failed,
      failures: Object.fromEntries(failures),
      seconds,
      p50Ms: percentile(took, 0.5),
      p95Ms: percentile(took, 0.95),
    },
    isRight && failed === 0 && sink.mails.length === leavers && took.length >= posts,
  );
} finally {
  await door.stop();
}
