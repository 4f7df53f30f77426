import type { Draft } from './campaign.js';
import { problem } from './finding.js';
import type { Finding } from './finding.js';

/** What the compiler says about the MJML source, by line; only the first ones, which usually cause the others. */
export const sourceFindings = (
  { format, mjml, html, blocks }: Draft,
  problems: readonly { readonly line: number; readonly message: string }[],
): Finding[] => {
  if (format === 'mjml' && !mjml)
    return [problem('mjml.missing', 'mjml', 'MJML がありません。', 'There is no MJML.')];
  if (format === 'blocks' && blocks && !html)
    return [
      problem(
        'blocks.not-rendered',
        'html',
        'ブロックから作られた HTML がありません。編集画面で保存し直してください。',
        'The HTML of the blocks is missing. Save them again in the editor.',
      ),
    ];
  return problems
    .slice(0, 5)
    .map(({ line, message }) =>
      problem(
        'mjml.broken',
        'mjml',
        `MJML の ${line} 行目に誤りがあります: ${message}`,
        `Line ${line} of the MJML is wrong: ${message}`,
      ),
    );
};
