import type { Draft } from './campaign.js';

/** What a new draft has where nothing is given. */
export const blankDraft: Draft = {
  subject: '',
  preheader: '',
  text: '',
  html: null,
  format: 'text',
  mjml: null,
  blocks: null,
  category: 'general',
  newsletterIds: [],
  segmentId: null,
  condition: null,
  ownFooter: false,
  tracking: true,
};
