import type { ContentSample } from '../domain/mailing-content.js';
import type { MergeValues } from './liquid.js';

/** Links of nobody's mail: both lead to the platform's front page and change nothing, and can be told apart. */
export const sampleLinks = (publicUrl: string): { unsubscribe: string; preferences: string } => ({
  unsubscribe: `${publicUrl}/#unsubscribe`,
  preferences: `${publicUrl}/#preferences`,
});

/** Merge values of nobody. */
export const sampleMerge = (sample: ContentSample, publicUrl: string): MergeValues => ({
  subscriber: sample.fields,
  newsletter: { title: sample.newsletterTitle },
  links: sampleLinks(publicUrl),
});
