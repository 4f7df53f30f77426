import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from './client.js';
import type { Schema } from './client.js';

export type Segment = Schema<'SegmentView'>;
export type Target = Schema<'TargetDto'>;

/** Saved segments by name; the first two hundred. */
export const useSegments = () =>
  useQuery({
    queryKey: ['segments'],
    queryFn: async () =>
      (await read(api.GET('/api/v1/segments', { params: { query: { limit: 200 } } }))).items,
  });

/** How many persons a target has now; the last number stays while the next is counted. */
export const useAudienceCount = (target: Target | undefined) =>
  useQuery({
    queryKey: ['audience', target],
    queryFn: () =>
      read(api.POST('/api/v1/audience/count', { body: target ?? { newsletterIds: [] } })),
    enabled: target !== undefined && target.newsletterIds.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });
