/**
 * A link scanner (T28): asks for every link of every delivered mail by HEAD and GET, as mail gateways do before the
 * reader has seen anything. Nothing changes but the counters of reactions.
 * `npm run torture:scanner -- --mails N [--quick]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openTables } from '#test/tables';
import { simpleParser } from 'mailparser';
import { percentile } from './door/caller.js';
import { openDoor } from './door/door.js';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
  },
});
const readers = values.quick ? 40 : Number(values.mails);

/** What counts readers may change; and the worker seals the audit log, itself compared, when it is time to. */
const counters = ['opens', 'clicks', 'reaction_hours', 'mailing_tallies'];
const ownTime = ['audit_seals', 'audit_unsealed'];
const except = [...counters, ...ownTime];

const door = await openDoor(20);
const { stage, sink, caller } = door;
const tables = await openTables(stage.app.databaseUrl);

/** All addresses of ours in a mail's parts and headers. */
const linksOf = async (data: string): Promise<string[]> => {
  const { text = '', html, headerLines } = await simpleParser(Buffer.from(data, 'latin1'));
  const headers = headerLines.map(({ line }) => line.replaceAll(/\r?\n[ \t]+/g, ' '));
  const everything = [text, (html || '').replaceAll('&amp;', '&'), ...headers].join('\n');
  const links = everything.match(/https:\/\/mail\.example\.jp\/[^\s"'<>)]+/g) ?? [];
  return [...new Set(links)].map((link) => new URL(link)).map((url) => url.pathname + url.search);
};

try {
  const shop = await stage.shop(readers);
  const { campaignId } = await stage.plan(shop, 500);
  await stage.finished(campaignId);
  await door.untilQuiet();
  const paths = (await Promise.all(sink.mails.map(({ data }) => linksOf(data)))).flat();
  const before = await tables.contents({ except });
  const answers = new Map<string, number>();
  const took: number[] = [];
  const scan = async (method: 'GET' | 'HEAD', path: string): Promise<void> => {
    const headers = { 'User-Agent': 'BingPreview/1.0b', 'X-Forwarded-For': '192.0.2.9' };
    const { status, ms } = await caller.send({ method, path, headers });
    const answer = `${method} ${path.split('/')[1] ?? ''} ${status}`;
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    took.push(ms);
  };
  const methods = ['HEAD', 'GET'] as const;
  await Promise.all(paths.flatMap((path) => methods.map((method) => scan(method, path))));
  await door.untilQuiet();
  const after = await tables.contents({ except });
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  const refused = [...answers.keys()].filter((answer) => !/ (200|302)$/.test(answer));
  const mails = sink.mails.length;
  verdict(
    {
      ...{ mails, links: paths.length, requests: took.length, changed },
      answers: Object.fromEntries([...answers].sort()),
      ...{ p50Ms: percentile(took, 0.5), p95Ms: percentile(took, 0.95) },
    },
    changed.length === 0 && refused.length === 0 && mails === readers && paths.length > 5 * mails,
  );
} finally {
  await tables.close();
  await door.stop();
}
