import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { visibleText } from './visible-text.js';

const seen = (html: string): string => visibleText(html).replace(/\s+/g, ' ').trim();

describe('visibleText', () => {
  it.each([
    ['plain text', 'あいう', 'あいう'],
    ['entities', 'A&amp;B &#x3042;&#12356;&nbsp;&lt;i&gt; &bogus;', 'A&B あい <i> &bogus;'],
    [
      'a link and its address',
      '<a href="https://x.test/?a=1&amp;b=2">停止</a>',
      '停止 <https://x.test/?a=1&b=2>',
    ],
    ['a > inside an attribute', '<p title="a>b">見える</p>', '見える'],
    [
      'title, script and comment',
      '<title>t</title><script>s</script><!-- c --><p>本文</p>',
      '本文',
    ],
    ['conditional comment', '<!--[if mso]><p>Word</p><![endif]-->本文', '本文'],
    ['display none', '<div style="display:none">隠<b>れ</b></div>見', '見'],
    ['hidden attribute', '<p hidden>隠</p>見', '見'],
    ['visibility', '<p style="Visibility: HIDDEN">隠</p>見', '見'],
    ['zero height', '<div style="max-height:0;overflow:hidden">隠</div>見', '見'],
    ['opacity', '<p style="opacity:0.1">隠</p>見', '見'],
    ['tiny px', '<p style="font-size:1px">隠</p><p style="font-size:9px">見</p>', '見'],
    ['tiny by parts', '<div style="font-size:50%"><p style="font-size:0.9em">隠</p></div>見', '見'],
    ['white on white', '<p style="color:#fff">隠</p>見', '見'],
    ['white on navy', '<td bgcolor="#000080"><p style="color:white">見</p></td>', '見'],
    ['pale grey', '<font color="#cccccc">隠</font>見', '見'],
    ['dark grey', '<p style="color:rgb(80, 80, 80)">見</p>', '見'],
    [
      'class',
      '<style>/* x */ .f, p.q { display: none } @media print{.g{display:none}}</style><p class="a f">隠</p><p class="g">見</p>',
      '見',
    ],
    ['unclosed paragraph', '<div><p style="display:none">隠</div>見', '見'],
    ['stray closing tag', '</div>見</p>', '見'],
    ['hidden link', '<a style="display:none" href="https://x.test/">隠</a>見', '見'],
    ['unknown colour counts as legible', '<p style="color:var(--x)">見</p>', '見'],
    ['an end without an end', '見<p style="', '見'],
  ])('%s', (_, html, text) => {
    expect(seen(html)).toBe(text);
  });

  it('never fails, whatever it reads', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      '<p',
      '</p>',
      '<style>',
      '<!--',
      '&#',
      ' style="',
      'あ',
      '{',
      '}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof visibleText(pieces.join(''))).toBe('string');
      }),
    );
  });

  it('reads a hostile megabyte in one pass', () => {
    expect(visibleText('<a "'.repeat(250_000))).toBe('');
    expect(visibleText('<style>'.repeat(150_000))).toBe('');
  });
});
