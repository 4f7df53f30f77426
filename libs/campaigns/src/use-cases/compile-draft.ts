import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import { mjmlOfBlocks } from '../domain/blocks/blocks-mjml.js';
import { textOfBlocks } from '../domain/blocks/blocks-text.js';
import { NotBlocks } from '../domain/blocks/node.js';
import { readBlocks } from '../domain/blocks/read-blocks.js';
import type { Mail } from '../domain/blocks/blocks.js';
import type { Draft } from '../domain/campaign.js';
import { changedDraft } from '../domain/draft-content.js';

interface SourceProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

interface Compiled {
  /** Null when the source is no MJML at all. */
  readonly html: string | null;
  readonly problems: readonly SourceProblem[];
}

/** Makes HTML of MJML. Files are never read, fonts and pictures of others never fetched. */
@Injectable()
export class CompileDraft {
  async execute(source: string): Promise<Compiled> {
    try {
      // Large, and of no use to the processes that send: loaded by who compiles.
      const { default: mjml2html } = await import('mjml');
      const { html, errors } = await mjml2html(source, {
        validationLevel: 'soft',
        ignoreIncludes: true,
        keepComments: false,
        fonts: {},
      });
      return { html, problems: errors.map(({ line, message }) => ({ line, message })) };
    } catch (error) {
      const message = error instanceof Error ? error.message : 'Not MJML';
      return { html: null, problems: [{ line: 1, message: message.slice(0, 200) }] };
    }
  }

  /**
   * A draft after a change. What is half typed is kept, too: the check before sending says what is wrong with it.
   * @throws BusinessError campaign.bad-blocks
   */
  async changed(draft: Draft, changes: Partial<Draft>): Promise<Draft> {
    const next = changedDraft(draft, changes);
    if (next.blocks !== null) return this.built(draft, next, next.blocks);
    if (next.mjml === null || next.mjml === draft.mjml) return next;
    return { ...next, html: (await this.execute(next.mjml)).html };
  }

  /** The text part follows the blocks until somebody writes one of its own, and again once that is emptied. */
  private async built(draft: Draft, next: Draft, blocks: object): Promise<Draft> {
    const mail = mailOf(blocks);
    const { html } = await this.execute(mjmlOfBlocks(mail));
    const text = next.text.trim();
    const follows = text === '' || (draft.blocks !== null && text === textOf(draft.blocks));
    return { ...next, html, text: follows ? textOfBlocks(mail) : next.text };
  }
}

const mailOf = (blocks: object): Mail => {
  try {
    return readBlocks(blocks);
  } catch (error) {
    if (!(error instanceof NotBlocks)) throw error;
    throw campaignErrors.badBlocks({ field: 'blocks', params: { at: error.at } });
  }
};

/** Undefined where the blocks of before were none of ours. */
const textOf = (blocks: object): string | undefined => {
  try {
    return textOfBlocks(readBlocks(blocks));
  } catch {
    return undefined;
  }
};
