import { consolePaths, filledPaths } from '#test/console-paths';
import type { PathIds } from '#test/console-paths';
import type { PublicPages } from './public-pages.js';

/** What the scenes make, under the names that the paths of the console give them. */
export const shopObjects = [
  ...(['newsletterId', 'segmentId', 'campaignId', 'migrationListId'] as const),
  ...(['inquiryId', 'invoiceId', 'noticeId'] as const),
] as const;
export const deskObjects = [
  ...(['tenantId', 'applicationId', 'inquiryId', 'requestId', 'slug', 'number'] as const),
  ...(['invoiceId', 'caseId', 'debitFileId'] as const),
] as const;

export type ShopIds = Readonly<Record<(typeof shopObjects)[number], readonly string[]>>;
export type DeskIds = Readonly<Record<(typeof deskObjects)[number], readonly string[]>>;

/** One page to take a picture of. */
export interface Picture {
  /** Of the file, unique in its walk. */
  readonly name: string;
  readonly path: string;
  readonly pressed?: boolean;
}

/** What one person sees. */
export interface Walk {
  readonly person: 'public' | 'open' | 'member' | 'neighbour' | 'operator';
  readonly pictures: readonly Picture[];
}

const nameOf = (path: string): string =>
  path.replaceAll(/[/:?]+/g, '-').replace(/^-/, '') || 'home';

/** Banks take files between the run and their cut-off: on other days of the month there is none to show. */
const notEveryDay = ['debits/:debitFileId'];

/** Every route of an area with one object each; a route without an object is an error, never left out. */
const consoleWalk = (area: 'tenant' | 'operator' | 'open', ids: PathIds): Picture[] => {
  const prefix = area === 'operator' ? '/console/operator/' : '/console/';
  return consolePaths(area).flatMap((route) => {
    const paths = filledPaths(route, ids);
    if (paths.length === 0 && !notEveryDay.includes(route))
      throw new Error(`There is nothing to show at ${route}`);
    return paths.map((path, i) => ({
      name: `${nameOf(route)}${i === 0 ? '' : `-${i + 1}`}`,
      path: `${prefix}${path.replace(/^\//, '')}`,
    }));
  });
};

/** Who has declared a domain that nobody can verify may not send: it is another shop that shows how it looks. */
const domains = 'settings-domains';

/** All pages, by who sees them. */
export const walks = (shop: ShopIds, desk: DeskIds, pages: PublicPages): Walk[] => {
  const [draft = ''] = shop.campaignId;
  const steps = ['content', 'check', 'schedule'].map((step) => ({
    name: `composer-${step}`,
    path: `/console/campaigns/${draft}/edit/${step}`,
  }));
  const members = consoleWalk('tenant', shop);
  return [
    {
      person: 'public',
      pictures: Object.entries(pages).map(([name, page]) => ({ name, ...page })),
    },
    { person: 'open', pictures: consoleWalk('open', {}) },
    { person: 'member', pictures: [...members.filter(({ name }) => name !== domains), ...steps] },
    { person: 'neighbour', pictures: members.filter(({ name }) => name === domains) },
    {
      person: 'operator',
      pictures: consoleWalk('operator', { ...desk, campaignId: shop.campaignId.slice(-1) }),
    },
  ];
};
