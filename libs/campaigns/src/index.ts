export { CampaignsModule } from './campaigns.module.js';
export { campaignLaunched } from './campaigns.facts.js';
