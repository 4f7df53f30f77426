import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { campaignQuery, isLive } from '../../../api/campaigns.js';
import type { CampaignLine, CampaignStatus } from '../../../api/campaigns.js';

/**
 * Follows a campaign that is on its way: each event of the stream goes into what the page has read. The browser
 * opens the stream again by itself; it is closed for good when nothing can change any more.
 */
export const useLiveCampaign = (id: string, status: CampaignStatus): void => {
  const queries = useQueryClient();
  const live = isLive(status);
  useEffect(() => {
    if (!live) return;
    const stream = new EventSource(`/api/v1/campaigns/${id}/events`);
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      const line = JSON.parse(data) as CampaignLine;
      queries.setQueryData(
        campaignQuery(id).queryKey,
        (old) => old && { etag: `"v${line.version}"`, value: { ...old.value, ...line } },
      );
      if (isLive(line.status)) return;
      stream.close();
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
    };
    return () => {
      stream.close();
    };
  }, [id, live, queries]);
};
