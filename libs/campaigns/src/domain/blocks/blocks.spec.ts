import { describe, expect, it } from '@jest/globals';
import { mjmlOfBlocks } from './blocks-mjml.js';
import { textOfBlocks } from './blocks-text.js';
import { NotBlocks } from './node.js';
import { readBlocks } from './read-blocks.js';

const words = (text: string, ...marks: object[]) => ({ type: 'text', text, marks });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: object[]) => ({ type: 'doc', content });
const link = (href: string) => ({ type: 'link', attrs: { href } });
const merge = (source: string) => ({ type: 'mergeField', attrs: { source } });
const item = (...content: object[]) => ({ type: 'listItem', content });
const shop = 'https://shop.example.jp/?a=1&b=2';

const text = (...content: object[]): string => textOfBlocks(readBlocks(doc(...content)));

/** What stands in the columns, without the frame that every mail has. */
const mjml = (...content: object[]): string =>
  mjmlOfBlocks(readBlocks(doc(...content))).replace(/^.*?<mj-column>|<\/mj-column>.*$/g, '');

describe('the text of blocks', () => {
  it.each<[string, object[], string]>([
    [
      'paragraphs and lines',
      [
        paragraph(words('あ'), { type: 'hardBreak' }, words('い')),
        paragraph(),
        paragraph(words('う')),
      ],
      'あ\nい\n\nう',
    ],
    ['a heading', [{ type: 'heading', attrs: { level: 1 }, content: [words('春')] }], '■ 春'],
    [
      'a merge field',
      [paragraph(merge('{{ subscriber.name }}'), words(' 様'))],
      '{{ subscriber.name }} 様',
    ],
    ['a link', [paragraph(words('店', link(shop)), words('へ'))], `店 <${shop}>へ`],
    ['an address as its own words', [paragraph(words(shop, link(shop)))], shop],
    [
      'one link of two styles',
      [paragraph(words('大', link(shop), { type: 'bold' }), words('店', link(shop)))],
      `大店 <${shop}>`,
    ],
    [
      'lists in lists',
      [
        {
          type: 'orderedList',
          content: [
            item(paragraph(words('一')), {
              type: 'bulletList',
              content: [item(paragraph(words('中')))],
            }),
            item(paragraph(words('二')), paragraph(words('続'))),
          ],
        },
      ],
      '1. 一\n　・中\n2. 二\n　続',
    ],
    [
      'buttons, pictures and what only divides',
      [
        { type: 'button', attrs: { label: '買う', href: shop } },
        { type: 'spacer', attrs: { height: 20 } },
        { type: 'horizontalRule' },
        { type: 'image', attrs: { src: shop, alt: '桜', width: 300, href: '' } },
        { type: 'image', attrs: { src: shop, alt: '' } },
      ],
      `買う\n${shop}\n\n${'-'.repeat(40)}\n\n桜`,
    ],
    [
      'columns, one after the other',
      [
        {
          type: 'columns',
          content: ['左', '右'].map((side) => ({
            type: 'column',
            content: [paragraph(words(side))],
          })),
        },
      ],
      '左\n\n右',
    ],
  ])('%s', (_, content, expected) => {
    expect(text(...content)).toBe(expected);
  });
});

describe('the MJML of blocks', () => {
  it.each<[string, object[], string]>([
    [
      'escapes what people typed and leaves Liquid',
      [paragraph(words('<b> & '), merge('{{ subscriber.name | default: "お客様" }}'))],
      '<mj-text align="left"><p style="margin:0">&lt;b&gt; &amp; {{ subscriber.name | default: "お客様" }}</p></mj-text>',
    ],
    [
      'keeps a reader’s own address in a button working',
      [
        {
          type: 'button',
          attrs: { label: 'A&B', href: `${shop}&n={{ subscriber.name | default: "x" }}` },
        },
      ],
      `<mj-button href="https://shop.example.jp/?a=1&amp;b=2&amp;n={{ subscriber.name | default: 'x' }}">A&amp;B</mj-button>`,
    ],
    [
      'lets a button without a goal be found',
      [{ type: 'button', attrs: { label: '買う' } }],
      '<mj-button href="#">買う</mj-button>',
    ],
    [
      'holds a picture within the mail, and shows none without a source',
      [
        { type: 'image', attrs: { src: '/a"b.png', alt: '"桜"', width: 9999 } },
        { type: 'image', attrs: { src: '' } },
      ],
      '<mj-image src="/a&quot;b.png" alt="&quot;桜&quot;" width="600px" />',
    ],
    [
      'nests styles in one order',
      [
        paragraph(
          words('強', { type: 'bold' }, link(shop), { type: 'italic' }, { type: 'underline' }),
        ),
      ],
      '<mj-text align="left"><p style="margin:0"><a href="https://shop.example.jp/?a=1&amp;b=2" style="color:#1a4f8b"><strong><em><u>強</u></em></strong></a></p></mj-text>',
    ],
  ])('%s', (_, content, expected) => {
    expect(mjml(...content)).toBe(expected);
  });

  it('puts columns into sections of their own and says the language', () => {
    const two = {
      type: 'columns',
      content: [
        { type: 'column', content: [] },
        { type: 'column', content: [] },
      ],
    };
    const source = mjmlOfBlocks(
      readBlocks(doc(paragraph(words('a')), paragraph(), two, paragraph())),
    );
    expect([
      source.startsWith('<mjml lang="en">'),
      source
        .split('<mj-section')
        .slice(1)
        .map((section) => section.split('<mj-column>').length - 1),
    ]).toEqual([true, [1, 2, 1]]);
  });
});

describe('what is no document of the editor', () => {
  const deep = Array.from({ length: 20 }).reduce<object>(
    (inner) => ({ type: 'bulletList', content: [item(inner)] }),
    paragraph(),
  );
  it.each<[string, unknown, string]>([
    ['another editor’s', { root: {} }, 'type'],
    ['a list', [], 'type'],
    ['no document', paragraph(), 'paragraph'],
    ['an unknown block', doc({ type: 'video' }), 'video'],
    ['a script for a mark', doc(paragraph(words('x', { type: 'script' }))), 'text > script'],
    [
      'columns in columns',
      doc({ type: 'columns', content: [{ type: 'column', content: [{ type: 'columns' }] }] }),
      'columns',
    ],
    ['words outside a block', doc(words('x')), 'text'],
    ['a number for a text', doc({ type: 'button', attrs: { label: 1 } }), 'button.label'],
    [
      'a merge field that is more',
      doc(paragraph(merge('{{ a }}<script>{{ b }}'))),
      'mergeField.source',
    ],
    ['nests without end', doc(deep), expect.any(String) as unknown as string],
  ])('%s is refused', (_, document, at) => {
    let thrown: unknown;
    try {
      readBlocks(document);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(NotBlocks);
    expect((thrown as NotBlocks).at).toEqual(at);
  });
});
