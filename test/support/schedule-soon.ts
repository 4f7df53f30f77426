import type { TestClient } from '#lib/accounts/testing';
import { eventually } from './eventually.js';

/** Schedules a campaign for so soon as this machine can: sooner than it can answer is the past, and refused. */
export const scheduleSoon = (client: TestClient, campaignId: string): Promise<Date> => {
  let leadMs = 750;
  return eventually(async () => {
    leadMs *= 2;
    const at = new Date(Date.now() + leadMs);
    const path = `/api/v1/campaigns/${campaignId}/schedule`;
    const { status } = await client.post(path, { at: at.toISOString() });
    if (status !== 200) throw new Error(`Answered with ${status}`);
    return at;
  });
};
