const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const linked = (text: string): string =>
  text.replace(
    /https?:\/\/[\w\-./?=&%#~:;+,@!]+/g,
    (url) => `<a href="${url.replaceAll('"', '&quot;')}">${url}</a>`,
  );

/** An HTML body to begin with: the paragraphs of the plain text. Merge fields stay what they are. */
export const startingHtml = (text: string): string => {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `    <p>${linked(escaped(paragraph)).replaceAll('\n', '<br>\n    ')}</p>`);
  return [
    '<!doctype html>',
    '<html lang="ja">',
    '  <body style="margin:0;padding:24px;background:#f6f5f1;color:#22262b;font-family:sans-serif;line-height:1.8">',
    '    <div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff">',
    ...paragraphs,
    '    </div>',
    '  </body>',
    '</html>',
    '',
  ].join('\n');
};

/** The same in MJML, which becomes HTML that old mail programs show rightly. */
export const startingMjml = (text: string): string => {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(
      (paragraph) =>
        `        <mj-text>${linked(escaped(paragraph)).replaceAll('\n', '<br />')}</mj-text>`,
    );
  return [
    '<mjml lang="ja">',
    '  <mj-head>',
    '    <mj-attributes>',
    '      <mj-all font-family="sans-serif" color="#22262b" line-height="1.8" />',
    '    </mj-attributes>',
    '  </mj-head>',
    '  <mj-body background-color="#f6f5f1">',
    '    <mj-section background-color="#ffffff">',
    '      <mj-column>',
    ...paragraphs,
    '      </mj-column>',
    '    </mj-section>',
    '  </mj-body>',
    '</mjml>',
    '',
  ].join('\n');
};
