import type { MailingContent } from '../domain/mailing-content.js';
import { LinkTable, trackHtml, trackText } from './tracked-links.js';

/** The Liquid sources of both parts as they are sent, and the targets of the links in them. */
export interface BodySources {
  readonly text: string;
  readonly html: string | null;
  readonly targets: readonly string[];
}

/** Puts preheader, footer, tracked links and pixel where they belong. */
export const bodySources = (
  content: MailingContent,
  knownTargets: readonly string[] = [],
): BodySources => {
  const table = new LinkTable(knownTargets);
  const html = content.html === null ? null : withFooter(content.html, content.footer.html);
  const text = `${content.text.trimEnd()}\n\n${content.footer.text}\n`;
  if (!content.tracking)
    return { text, html: html && withPreheader(html, content.preheader), targets: [] };
  const trackedHtml = html && withPixel(trackHtml(html, table));
  return {
    text: trackText(text, table),
    html: trackedHtml && withPreheader(trackedHtml, content.preheader),
    targets: table.targets,
  };
};

const atEnd = (html: string, piece: string): string => {
  const at = html.search(/<\/body\s*>(?![\s\S]*<\/body\s*>)/i);
  return at < 0 ? `${html}\n${piece}` : `${html.slice(0, at)}${piece}\n${html.slice(at)}`;
};

const withFooter = (html: string, footer: string): string => atEnd(html, footer);

const withPixel = (html: string): string =>
  atEnd(html, '<img src="{{ links.pixel }}" width="1" height="1" alt="" style="display:block">');

const hidden =
  'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px';

const withPreheader = (html: string, preheader: string): string => {
  if (!preheader) return html;
  const piece = `<div style="${hidden}">${escapeOutsideFields(preheader)}</div>`;
  const opened = /<body\b[^>]*>/i.exec(html);
  const at = opened ? opened.index + opened[0].length : 0;
  return `${html.slice(0, at)}${piece}${html.slice(at)}`;
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The preheader is plain text; its merge fields are escaped when they are filled in. */
const escapeOutsideFields = (source: string): string =>
  source
    .split(/(\{[{%].*?[%}]\})/s)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[&<>"]/g, (c) => escapes[c] ?? c),
    )
    .join('');
