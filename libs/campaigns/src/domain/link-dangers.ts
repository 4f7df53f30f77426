/** What makes a link dangerous, or look so to mail systems. @clause W12A-16 */
const linkDangers = [
  'blocked',
  'credentials',
  'mismatch',
  'look-alike',
  'ip-host',
  'shortener',
] as const;
export type LinkDanger = (typeof linkDangers)[number];

/** Hosts that the provider keeps a list of; subdomains count with them. */
export interface LinkHosts {
  readonly blocked: ReadonlySet<string>;
  readonly shorteners: ReadonlySet<string>;
}

export interface DangerousLink {
  readonly danger: LinkDanger;
  /** As it stands in the mail, shortened. */
  readonly url: string;
}

/** Gives a host with its international labels as people read them. */
export type ReadHost = (host: string) => string;

const anchors =
  /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([\s\S]*?)<\/a\s*>/gi;
const bareUrls = /https?:\/\/[^\s"'<>）」』]+/gi;
const shownHost = /^\s*(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:?#]\S*)?\s*$/i;

const decoded = (text: string): string => text.trim().replaceAll('&amp;', '&');
const textOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, ''));

/** Every dangerous link of a mail once, the worst danger of each first. @param isOwn links that the platform put in */
export const dangerousLinks = (
  mail: { readonly html: string | null; readonly text: string },
  hosts: LinkHosts,
  read: ReadHost,
  isOwn: (url: string) => boolean = () => false,
): DangerousLink[] => {
  const links = [...(mail.html ?? '').matchAll(anchors)].map(([, a, b, c, inner = '']) => ({
    url: decoded(a ?? b ?? c ?? ''),
    shown: textOf(inner),
  }));
  const bare = [...mail.text.matchAll(bareUrls)].map(([url]) => ({ url, shown: '' }));
  const found = new Map<string, DangerousLink>();
  for (const link of [...links, ...bare]) {
    const danger = isOwn(link.url) ? undefined : dangerOf(link, hosts, read);
    const key = `${danger ?? ''} ${link.url}`;
    if (danger && !found.has(key)) found.set(key, { danger, url: link.url.slice(0, 80) });
  }
  return [...found.values()].sort(
    (a, b) => linkDangers.indexOf(a.danger) - linkDangers.indexOf(b.danger),
  );
};

const dangerOf = (
  { url, shown }: { readonly url: string; readonly shown: string },
  hosts: LinkHosts,
  read: ReadHost,
): LinkDanger | undefined => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, username, password } = new URL(url);
  const host = hostname.replace(/\.$/, '');
  if (isListed(host, hosts.blocked)) return 'blocked';
  if (username !== '' || password !== '') return 'credentials';
  const claimed = shownHost.exec(shown)?.[1]?.toLowerCase();
  if (claimed !== undefined && !isAkin(claimed, host)) return 'mismatch';
  if (read(host).split('.').some(looksLikeLatin)) return 'look-alike';
  if (/^(\d+\.){3}\d+$|^\[/.test(host)) return 'ip-host';
  return isListed(host, hosts.shorteners) ? 'shortener' : undefined;
};

/** The host itself, or a domain that it is below of. */
const isListed = (host: string, list: ReadonlySet<string>): boolean => {
  const labels = host.split('.');
  return labels.some((_, i) => list.has(labels.slice(i).join('.')));
};

const bare = (host: string): string => host.replace(/^www\./, '');

/** One is the other, or below it: `shop.example.jp` may be shown as `example.jp`. */
const isAkin = (one: string, other: string): boolean => {
  const [a, b] = [bare(one), bare(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
};

/** Cyrillic and Greek letters that pass for Latin ones. */
const disguised = /^[аеорсухіѕјԁһԛԝӏɡαοινρυχτκ0-9-]+$/u;

/** A label in letters of two alphabets, or wholly in letters that pass for Latin. */
const looksLikeLatin = (label: string): boolean => {
  const isForeign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label);
  return isForeign && (/\p{Script=Latin}/u.test(label) || disguised.test(label));
};
