import type { ContentSample } from '../domain/mailing-content.js';
import type { MergeValues } from './liquid.js';

/** Merge values of nobody: links lead to the platform's front page and change nothing. */
export const sampleMerge = (sample: ContentSample, publicUrl: string): MergeValues => ({
  subscriber: sample.fields,
  newsletter: { title: sample.newsletterTitle },
  links: { unsubscribe: publicUrl, preferences: publicUrl },
});
