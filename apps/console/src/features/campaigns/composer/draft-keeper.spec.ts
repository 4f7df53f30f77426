import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../api/problem.js';
import { DraftKeeper } from './draft-keeper.js';
import type { DraftChanges } from './draft-keeper.js';

type Draft = ReturnType<DraftKeeper['snapshot']>['draft'];

const aDraft = (part: Partial<Draft> = {}): Draft => ({
  id: '0190',
  version: 1,
  status: 'draft',
  subject: '',
  newsletterIds: [],
  scheduledAt: null,
  scheduledAtJst: null,
  launchedAt: null,
  createdAt: '',
  updatedAt: '',
  progress: null,
  preheader: '',
  text: '',
  html: null,
  format: 'text',
  category: 'general',
  mjml: null,
  blocks: null,
  segmentId: null,
  condition: null,
  ownFooter: false,
  tracking: true,
  contentVersion: null,
  halted: false,
  underReview: false,
  ...part,
});

/** A server with one draft: counts versions and refuses edits of old ones. */
const aServer = () => {
  let current = aDraft();
  const asked: DraftChanges[] = [];
  const etag = (): string => `"v${current.version}"`;
  return {
    asked,
    version: () => ({ value: current, etag: etag() }),
    othersWrite: (part: Partial<Draft>) => {
      current = { ...current, ...part, version: current.version + 1 };
    },
    save: (changes: DraftChanges, edited: string) => {
      asked.push(changes);
      if (edited !== etag())
        return Promise.reject(new ApiProblem(409, { code: 'request.version-changed' }));
      current = { ...current, ...(changes as Partial<Draft>), version: current.version + 1 };
      return Promise.resolve({ value: current, etag: etag() });
    },
  };
};

const opened = (server: ReturnType<typeof aServer>): DraftKeeper =>
  new DraftKeeper(server.version(), server.save);

describe('keeping a draft', () => {
  it('sends what changed, once, with the last of what was typed', async () => {
    const server = aServer();
    const keeper = opened(server);
    keeper.change({ subject: '春' });
    keeper.change({ subject: '春の新刊' });
    keeper.change({ text: '本文' });
    expect([await keeper.flush(), server.asked]).toEqual([
      true,
      [{ subject: '春の新刊', text: '本文' }],
    ]);
  });

  it('keeps what is typed while a save is under way', async () => {
    const server = aServer();
    const keeper = opened(server);
    keeper.change({ subject: '一' });
    const first = keeper.flush();
    keeper.change({ subject: '一二' });
    await first;
    const between = keeper.snapshot();
    await keeper.flush();
    expect([between.draft.subject, between.state, server.version().value.subject]).toEqual([
      '一二',
      'waiting',
      '一二',
    ]);
  });

  it('stops at a conflict and sends nothing more', async () => {
    const server = aServer();
    const keeper = opened(server);
    server.othersWrite({ subject: '先に' });
    keeper.change({ subject: '後から' });
    await keeper.flush();
    keeper.change({ text: 'さらに' });
    expect([await keeper.flush(), keeper.snapshot().state, server.asked.length]).toEqual([
      false,
      'conflict',
      1,
    ]);
  });

  it('lets the person keep their own, on top of what the others wrote', async () => {
    const server = aServer();
    const keeper = opened(server);
    server.othersWrite({ subject: '先に', preheader: '他の人の' });
    keeper.change({ subject: '後から' });
    await keeper.flush();
    await keeper.keepMine(server.version());
    const { subject, preheader } = server.version().value;
    expect([keeper.snapshot().state, subject, preheader]).toEqual(['saved', '後から', '他の人の']);
  });

  it('lets the person take what the others wrote', async () => {
    const server = aServer();
    const keeper = opened(server);
    server.othersWrite({ subject: '先に' });
    keeper.change({ subject: '後から' });
    await keeper.flush();
    keeper.takeTheirs(server.version());
    expect([await keeper.flush(), keeper.snapshot().draft.subject]).toEqual([true, '先に']);
  });

  it('loses nothing when the network fails', async () => {
    const server = aServer();
    let down = true;
    const keeper = new DraftKeeper(server.version(), (changes, etag) =>
      down ? Promise.reject(new TypeError('no network')) : server.save(changes, etag),
    );
    keeper.change({ subject: '春' });
    const failed = [await keeper.flush(), keeper.snapshot().state];
    down = false;
    expect([failed, await keeper.flush(), server.version().value.subject]).toEqual([
      [false, 'failed'],
      true,
      '春',
    ]);
  });
});
