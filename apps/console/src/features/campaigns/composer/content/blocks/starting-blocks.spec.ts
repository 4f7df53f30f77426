import { describe, expect, it } from '@jest/globals';
import { startingBlocks } from './starting-blocks.js';

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

describe('blocks to begin with', () => {
  it.each([
    ['nothing', '', [paragraph()]],
    ['paragraphs', 'あ\n\n\nい\n', [paragraph(text('あ')), paragraph(text('い'))]],
    ['lines', 'あ\nい', [paragraph(text('あ'), { type: 'hardBreak' }, text('い'))]],
    [
      'merge fields and addresses',
      '{{ subscriber.name | default: "x" }} 様 https://example.jp/a?b=1 へ',
      [
        paragraph(
          {
            type: 'mergeField',
            attrs: {
              source: '{{ subscriber.name | default: "x" }}',
              label: 'subscriber.name',
            },
          },
          text(' 様 '),
          {
            ...text('https://example.jp/a?b=1'),
            marks: [{ type: 'link', attrs: { href: 'https://example.jp/a?b=1' } }],
          },
          text(' へ'),
        ),
      ],
    ],
  ])('from %s', (_, written, content) => {
    expect(startingBlocks(written)).toEqual({ type: 'doc', content });
  });
});
