import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { campaignQuery, isMoving } from '../../../api/campaigns.js';
import type { CampaignLine } from '../../../api/campaigns.js';

/**
 * Follows a campaign that is on its way: each event of the stream goes into what the page has read. The browser
 * opens the stream again by itself; it is closed for good when nothing can change any more.
 */
export const useLiveCampaign = (campaign: CampaignLine): void => {
  const { id } = campaign;
  const queries = useQueryClient();
  const live = isMoving(campaign);
  useEffect(() => {
    if (!live) return;
    const stream = new EventSource(`/api/v1/campaigns/${id}/events`);
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      const line = JSON.parse(data) as CampaignLine;
      queries.setQueryData(
        campaignQuery(id).queryKey,
        (old) => old && { etag: `"v${line.version}"`, value: { ...old.value, ...line } },
      );
      if (isMoving(line)) return;
      stream.close();
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
    };
    return () => {
      stream.close();
    };
  }, [id, live, queries]);
};
