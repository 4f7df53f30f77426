export { CampaignsModule } from './campaigns.module.js';
export { campaignLaunched } from './campaigns.facts.js';
export type { Campaign, Draft } from './domain/campaign.js';
export { blankDraft } from './domain/blank-draft.js';
export { SharedTexts } from './store/shared-texts.store.js';
export { CancelCampaign } from './use-cases/cancel-campaign.js';
export { CreateCampaign } from './use-cases/create-campaign.js';
export { ScheduleCampaign } from './use-cases/schedule-campaign.js';
export { SendCampaignNow } from './use-cases/send-campaign-now.js';
