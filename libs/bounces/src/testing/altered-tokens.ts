import type { AppUnderTest } from '#lib/accounts/testing';
import { ReturnPath } from '#lib/delivery';
import { aContent, aMailing } from '#lib/delivery/testing';
import { activeTenant } from '#lib/contracts/testing';
import { UnsubscribeByToken } from '#lib/subscribers';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { altered } from './alterations.js';
import { pickerOf } from './picker.js';

interface App extends AppUnderTest {
  readonly drain: { runDue(): Promise<unknown> };
}

interface Sink {
  readonly mails: { readonly from: string; readonly data: string }[];
}

interface Outcome {
  readonly tries: number;
  /** Altered names that were taken for genuine. */
  readonly accepted: readonly string[];
  /** Genuine names that were taken, of as many: what refuses everything proves nothing. */
  readonly genuine: { readonly returnPaths: number; readonly tokens: number; readonly of: number };
}

const readers = 20;

/** Sends mails, and tries altered forms of their return paths and unsubscribe tokens, half of each. */
export const tryAlteredTokens = async (
  app: App,
  sink: Sink,
  { tries, seed }: { readonly tries: number; readonly seed: number },
): Promise<Outcome> => {
  const pick = pickerOf(seed);
  const { tenantId } = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, readers);
  await app.drain.runDue();
  sink.mails.length = 0;
  await aMailing(app, tenantId, aContent(newsletterId));
  await app.drain.runDue();
  const mails = sink.mails.map(({ from, data }) => ({ path: from, token: tokenOf(data) }));

  const isPath = async (path: string): Promise<boolean> =>
    (await app.get(ReturnPath).read(path)) !== undefined;
  const isToken = async (token: string): Promise<boolean> =>
    (await app.get(UnsubscribeByToken).execute({ token, method: 'one-click' })) === 'done';

  const accepted: string[] = [];
  for (let i = 0; i < tries; i++) {
    const { path, token } = mails[pick(mails.length)] ?? { path: '', token: '' };
    const at = path.indexOf('@');
    const name = i % 2 === 0 ? altered(path.slice(0, at), pick) : altered(token, pick);
    const isTaken = i % 2 === 0 ? await isPath(name + path.slice(at)) : await isToken(name);
    if (isTaken) accepted.push(name);
  }
  const genuine = { returnPaths: 0, tokens: 0, of: readers };
  for (const { path, token } of mails) {
    if (await isPath(path)) genuine.returnPaths++;
    if (await isToken(token)) genuine.tokens++; // ends the subscription, therefore last
  }
  return { tries, accepted, genuine };
};

const tokenOf = (mail: string): string => {
  const unfolded = mail.replace(/\r?\n[ \t]+/g, ' ');
  const url = /^list-unsubscribe:[^<]*<(https?:[^>]+)>/im.exec(unfolded)?.[1] ?? '';
  return url.split('/').at(-1) ?? '';
};
