import type { Block, Columns, Inline, List, Mail, Words } from './blocks.js';

/** MJML of a mail built of blocks. All that people typed is escaped, Liquid stays Liquid. */
export const mjmlOfBlocks = (mail: Mail): string => {
  const sections = sectionsOf(mail).map(sectionOf);
  return `<mjml lang="${languageOf(mail)}"><mj-head><mj-attributes>${defaults}</mj-attributes></mj-head><mj-body background-color="#f6f5f1" width="640px">${sections.join('')}</mj-body></mjml>`;
};

const defaults = [
  '<mj-all font-family="sans-serif" color="#22262b" />',
  '<mj-text font-size="16px" line-height="1.8" padding="8px 20px" />',
  '<mj-image padding="8px 20px" />',
  '<mj-button background-color="#1f4e79" color="#ffffff" border-radius="6px" font-size="16px" inner-padding="12px 28px" padding="12px 20px" />',
  '<mj-divider border-width="1px" border-color="#c9c5ba" padding="12px 20px" />',
].join('');

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** What readers of screens shall speak it in. */
const languageOf = (mail: Mail): 'ja' | 'en' => (japanese.test(JSON.stringify(mail)) ? 'ja' : 'en');

/** Blocks in a row share a section; columns have one of their own. */
const sectionsOf = (mail: Mail): Columns[] => {
  const sections: { kind: 'columns'; columns: Block[][] }[] = [];
  let running: Block[] | undefined;
  for (const block of mail) {
    if (block.kind === 'columns') {
      sections.push({ kind: 'columns', columns: block.columns.map((column) => [...column]) });
      running = undefined;
    } else if (running) running.push(block);
    else sections.push({ kind: 'columns', columns: [(running = [block])] });
  }
  return sections;
};

const sectionOf = ({ columns }: Columns): string => {
  const inside = columns.map((blocks) => `<mj-column>${blocks.map(markUp).join('')}</mj-column>`);
  return `<mj-section background-color="#ffffff" padding="4px 0">${inside.join('')}</mj-section>`;
};

const sizes = { 1: 26, 2: 21, 3: 18 } as const;

const markUp = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<mj-text align="${block.align}"><p style="margin:0">${inlineHtml(block.inline) || '&nbsp;'}</p></mj-text>`;
    case 'heading':
      return `<mj-text align="${block.align}" font-size="${sizes[block.level]}px" line-height="1.5"><h${block.level} style="margin:0;font-size:inherit">${inlineHtml(block.inline)}</h${block.level}></mj-text>`;
    case 'list':
      return `<mj-text>${listHtml(block)}</mj-text>`;
    case 'image':
      if (block.src === '') return '';
      return `<mj-image src="${attribute(block.src)}" alt="${attribute(block.alt)}" width="${block.width}px"${hrefOf(block.href)} />`;
    case 'button':
      // A button that leads nowhere yet is found by the check before sending.
      return `<mj-button${hrefOf(block.href || '#')}>${escaped(block.label)}</mj-button>`;
    case 'divider':
      return '<mj-divider />';
    case 'spacer':
      return `<mj-spacer height="${block.height}px" />`;
  }
};

const hrefOf = (href: string): string => (href === '' ? '' : ` href="${attribute(href)}"`);

const listHtml = ({ ordered, items }: List): string => {
  const tag = ordered ? 'ol' : 'ul';
  const lines = items.map(
    ({ lines: inline, lists }) => `<li>${inlineHtml(inline)}${lists.map(listHtml).join('')}</li>`,
  );
  return `<${tag} style="margin:0;padding-left:1.6em">${lines.join('')}</${tag}>`;
};

const inlineHtml = (inline: readonly Inline[]): string => inline.map(pieceOf).join('');

const pieceOf = (piece: Inline): string => {
  if (piece.kind === 'break') return '<br />';
  return piece.kind === 'merge' ? piece.source : wordsHtml(piece);
};

const wordsHtml = ({ text, bold, italic, underline, href }: Words): string => {
  let html = escaped(text);
  if (underline) html = `<u>${html}</u>`;
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return href ? `<a href="${attribute(href)}" style="color:#1a4f8b">${html}</a>` : html;
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => entities[letter] ?? letter);

/** Quotes of Liquid become single ones: as entities Liquid would not know them again. */
const attribute = (text: string): string =>
  escaped(
    text.replace(/\{\{.*?\}\}|\{%.*?%\}/g, (liquid) => liquid.replaceAll('"', "'")),
  ).replaceAll('"', '&quot;');
