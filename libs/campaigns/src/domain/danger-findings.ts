import { advice, problem } from './finding.js';
import type { Finding } from './finding.js';
import type { DangerousLink, LinkDanger } from './link-dangers.js';

const most = 5;

/** What the check before sending says of each danger; errors keep the mail from being sent. @clause W12A-16 */
const sayings: Readonly<Record<LinkDanger, (shown: string) => Finding>> = {
  blocked: (shown) =>
    problem(
      'link.blocked',
      'html',
      `リンク先「${shown}」のサイトへのリンクは配信できません。お心当たりのない場合はサポートへご連絡ください。`,
      `Mails may not link to the site of "${shown}". Ask our support if this surprises you.`,
    ),
  credentials: (shown) =>
    problem(
      'link.credentials',
      'html',
      `リンク先「${shown}」に @ が含まれ、別のサイトに見せかけるリンクになっています。`,
      `The link "${shown}" has an @ before its host and looks like another site.`,
    ),
  mismatch: (shown) =>
    advice(
      'link.mismatch',
      'html',
      `リンク先「${shown}」が、表示されているアドレスと異なります。なりすましとみなされることがあります。`,
      `The link "${shown}" leads elsewhere than its text says; mail systems take that for phishing.`,
    ),
  'look-alike': (shown) =>
    advice(
      'link.look-alike',
      'html',
      `リンク先「${shown}」に、英字に似た別の文字が使われています。`,
      `The link "${shown}" has letters that only look like Latin ones.`,
    ),
  'ip-host': (shown) =>
    advice(
      'link.ip-host',
      'html',
      `リンク先「${shown}」がIPアドレスです。ドメイン名を使ってください。`,
      `The link "${shown}" names an IP address. Use a domain name.`,
    ),
  shortener: (shown) =>
    advice(
      'link.shortener',
      'html',
      `リンク先「${shown}」は短縮URLです。迷惑メールと判定されやすいため、元のURLを使ってください。`,
      `The link "${shown}" is a short one, which spam filters dislike. Use the real one.`,
    ),
};

export const dangerFindings = (links: readonly DangerousLink[]): Finding[] =>
  links.slice(0, most).map(({ danger, url }) => sayings[danger](url));
