/**
 * Subscription bombing (T27): 500 clients fill in the forms of four shops for 50 victims, 10,000 times a minute and
 * in several spellings, while honest readers sign up from networks of their own, some of them with the proof of work
 * that their browser does. Between the waves everything that lasts less than a day is over, which is the best that an
 * attacker can wait for.
 * `npm run torture:sign-ups -- --attempts N --waves W --honest H [--quick]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter } from '#lib/subscribers/testing';
import { solveChallenge } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { percentile } from './door/caller.js';
import { openDoor } from './door/door.js';
import { storm } from './door/storm.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    attempts: { type: 'string', default: '10000' },
    waves: { type: 'string', default: '4' },
    honest: { type: 'string', default: '100' },
    quick: { type: 'boolean', default: false },
  },
});
const [attempts, waves, honest, waveMs] = values.quick
  ? [500, 4, 8, 3_000]
  : [Number(values.attempts), Number(values.waves), Number(values.honest), 60_000];
const victims = 50;
const clients = 500;
const solvingEach = 4; // every fourth honest reader has JavaScript
const mostADay = 3;

const door = await openDoor(100);
const { stage, sink, caller, visitor } = door;
const headersOf = (ip: string) => ({
  'Content-Type': 'application/x-www-form-urlencoded',
  'X-Forwarded-For': ip,
});

/** All of these reach one mailbox. */
const spellings = [
  (n: number) => `victim${n}@example.jp`,
  (n: number) => `VICTIM${n}@Example.JP`,
  (n: number) => ` victim${n}＠example．jp `,
  (n: number, tag: number) => `victim${n}+${tag}@example.jp`,
];
const mailboxOf = (address: string): string => address.toLowerCase().replace(/\+[^@]*/, '');

const attack = (forms: readonly string[], wave: number, n: number) => async (): Promise<number> => {
  const victim = n % victims;
  const spell = spellings[Math.floor(n / victims) % spellings.length] ?? spellings[0];
  const email = spell?.(victim, n) ?? '';
  const client = (n * 7) % clients; // meets every victim in time
  const ip = `203.0.${113 + Math.floor(client / 250)}.${client % 250}`;
  const path = forms[(Math.floor(n / 3) + wave) % forms.length] ?? '';
  const body = new URLSearchParams({ email, consent: 'yes' }).toString();
  return (await caller.send({ method: 'POST', path, headers: headersOf(ip), body })).status;
};

interface Honest {
  readonly address: string;
  readonly ip: string;
  readonly altcha?: string;
}

const person = async (wave: number, n: number): Promise<Honest> => {
  const who = {
    address: `reader${wave}-${n}@example.com`,
    ip: `198.${18 + wave}.${n >> 8}.${n & 255}`,
  };
  if (n % solvingEach !== 0) return who;
  const path = '/altcha/challenge';
  const asked = await visitor.send({ method: 'GET', path, headers: headersOf(who.ip) });
  const challenge = JSON.parse(asked.body) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  const solved = JSON.stringify({ challenge, solution });
  return { ...who, altcha: Buffer.from(solved).toString('base64') };
};

const honestMs: number[] = [];
const joins =
  (path: string, { address, ip, altcha = '' }: Honest) =>
  async (): Promise<number> => {
    const headers = headersOf(ip);
    const form = await visitor.send({ method: 'GET', path, headers });
    const body = new URLSearchParams({ email: address, consent: 'yes', altcha }).toString();
    const sent = await visitor.send({ method: 'POST', path, headers, body });
    honestMs.push(form.ms, sent.ms);
    return sent.status;
  };

/** Hours pass, but not the day: the budgets of ten minutes and of an hour are fresh. */
const hoursPass = (): Promise<unknown> =>
  stage.sql(`DELETE FROM sign_up_budgets WHERE rule <> 'address-day' AND rule <> 'challenge'`);

try {
  const forms: string[] = [];
  for (let shop = 0; shop < 4; shop++) {
    const { tenantId, slug } = await activeTenant(stage.app);
    await aNewsletter(stage.app, tenantId);
    forms.push(`/t/${slug}/news`);
  }
  const answers = new Map<number, number>();
  const people: Honest[] = [];
  let attackMs = 0;
  for (let wave = 0; wave < waves; wave++) {
    const comers: Honest[] = [];
    for (let n = 0; n < honest; n++) comers.push(await person(wave, n));
    people.push(...comers);
    const wishes = Array.from({ length: attempts }, (_, n) => attack(forms, wave, n));
    for (const [n, comer] of comers.entries())
      wishes.splice(
        Math.floor(((n + 0.5) / honest) * wishes.length),
        0,
        joins(forms[n % forms.length] ?? '', comer),
      );
    const began = performance.now();
    for (const status of await storm(wishes, waveMs))
      answers.set(status, (answers.get(status) ?? 0) + 1);
    attackMs += performance.now() - began;
    await door.untilQuiet();
    await hoursPass();
  }
  const mails = new Map<string, number>();
  for (const { to } of sink.mails) mails.set(mailboxOf(to), (mails.get(mailboxOf(to)) ?? 0) + 1);
  const toVictims = [...mails].flatMap(([to, count]) => (to.startsWith('victim') ? [count] : []));
  const served = people.filter(({ address }) => mails.get(address) === 1).length;
  const most = Math.max(...toVictims);
  const whole = served >= 0.99 * people.length && toVictims.length === victims;
  verdict(
    {
      attempts: attempts * waves,
      perMinute: Math.round((attempts * waves * 60_000) / attackMs),
      victims,
      clients,
      mailsToOneVictimMost: most,
      honest: people.length,
      honestServed: served,
      answers: Object.fromEntries(answers),
      p50Ms: percentile(honestMs, 0.5),
      p95Ms: percentile(honestMs, 0.95),
    },
    whole && most <= mostADay,
  );
} finally {
  await door.stop();
}
