import { advice, problem } from './finding.js';
import type { Finding } from './finding.js';

const hrefs = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;

/** Made-up hosts that are never meant to be sent. @rfc 2606, 6761 */
const placeholder =
  /^(localhost|.*\.(test|example|invalid|local)|example\.(com|net|org|jp|co\.jp))$/i;

/** Where the links of a mail lead, as far as it can be seen without following them. */
export const linkFindings = (html: string | null, isOwn: (url: string) => boolean): Finding[] => {
  const urls = [...(html ?? '').matchAll(hrefs)].map(([, a, b, c]) =>
    (a ?? b ?? c ?? '').trim().replaceAll('&amp;', '&'),
  );
  return [...new Set(urls)]
    .filter((url) => !isOwn(url))
    .flatMap(findingFor)
    .slice(0, 5);
};

const findingFor = (url: string): Finding[] => {
  if (/^(mailto|tel|sms):.|^#./i.test(url)) return [];
  const shown = url.slice(0, 80);
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    return [
      problem(
        'link.bad',
        'html',
        `リンク先「${shown}」が正しくありません。https:// から始まる URL を指定してください。`,
        `The link "${shown}" leads nowhere. Use a URL that begins with https://.`,
      ),
    ];
  return placeholder.test(new URL(url).hostname)
    ? [
        advice(
          'link.placeholder',
          'html',
          `リンク先「${shown}」は見本用の URL です。`,
          `The link "${shown}" is a placeholder.`,
        ),
      ]
    : [];
};
