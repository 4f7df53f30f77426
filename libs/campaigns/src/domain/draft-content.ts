import type { Draft } from './campaign.js';
import type { DraftFormat } from './draft-kinds.js';

/**
 * A draft after a change: whoever gives HTML, MJML or blocks without saying so has said the format by it, and sources
 * of another format than the present one are not kept.
 */
export const changedDraft = (draft: Draft, changes: Partial<Draft>): Draft => {
  const format = changes.format ?? impliedFormat(changes) ?? draft.format;
  const next = { ...draft, ...changes, format };
  return {
    ...next,
    html: format === 'text' ? null : next.html,
    mjml: format === 'mjml' ? next.mjml : null,
    blocks: format === 'blocks' ? next.blocks : null,
  };
};

const impliedFormat = ({ mjml, blocks, html }: Partial<Draft>): DraftFormat | undefined => {
  if (mjml) return 'mjml';
  if (blocks) return 'blocks';
  if (html === undefined) return undefined;
  return html === null ? 'text' : 'html';
};
