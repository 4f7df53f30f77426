import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, read, readVersion } from './client.js';
import type { Schema } from './client.js';

export type Campaign = Schema<'CampaignView'>;
export type CampaignLine = Schema<'CampaignLineView'>;
export type CampaignStatus = CampaignLine['status'];

/** Mails leave, or may at any moment: such campaigns are looked at again and again. */
export const isLive = (status: CampaignStatus): boolean =>
  status === 'sending' || status === 'paused' || status === 'held' || status === 'scheduled';

/** Also after a stop, as long as mails that were being handed over have no outcome. */
export const isMoving = ({ status, progress }: CampaignLine): boolean =>
  isLive(status) || progress?.equationHolds === false;

const refreshMs = 5_000;

/** Newest first; anew every few seconds while one of them is on its way. */
export const useCampaigns = (status?: CampaignStatus, limit = 50) =>
  useInfiniteQuery({
    queryKey: ['campaigns', 'list', status ?? 'all', limit],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v1/campaigns', {
          params: {
            query: { limit, ...(status && { status }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => status === 'sending'))
        ? refreshMs
        : false,
  });

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id],
    queryFn: () => readVersion(api.GET('/api/v1/campaigns/{campaignId}', at(id))),
  });

export const useCampaign = (id: string) => useQuery(campaignQuery(id));

/** The path parameters of a route about one campaign. */
export const at = (campaignId: string): { params: { path: { campaignId: string } } } => ({
  params: { path: { campaignId } },
});
