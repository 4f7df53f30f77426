import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useBlocker } from 'react-router';
import { at, campaignQuery } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, readVersion } from '../../../api/client.js';
import { DraftKeeper } from './draft-keeper.js';
import type { Kept } from './draft-keeper.js';

export interface OpenDraft extends Kept {
  readonly keeper: DraftKeeper;
  /** Reads what is stored now. */
  readonly latest: () => Promise<{ value: Campaign; etag: string }>;
}

/** A draft that is kept as one types. Whoever leaves the page before it is saved is asked by the browser. */
export const useDraft = (first: { value: Campaign; etag: string }): OpenDraft => {
  const queries = useQueryClient();
  const { id } = first.value;
  const [keeper] = useState(
    () =>
      new DraftKeeper(first, async (changes, etag) => {
        const saved = await readVersion(
          api.PATCH('/api/v1/campaigns/{campaignId}', {
            params: { path: { campaignId: id }, header: { 'If-Match': etag } },
            body: changes,
          }),
        );
        queries.setQueryData(campaignQuery(id).queryKey, saved);
        return saved;
      }),
  );
  const kept = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const dirty = kept.state !== 'saved';
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (dirty) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [dirty]);
  // Going to another page inside the console first saves what is left.
  const blocker = useBlocker(dirty);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void keeper.flush().then((saved) => {
      if (saved) blocker.proceed();
      else blocker.reset();
    });
  }, [blocker, keeper]);
  const latest = () => readVersion(api.GET('/api/v1/campaigns/{campaignId}', at(id)));
  return { ...kept, keeper, latest };
};
