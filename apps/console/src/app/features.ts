import type { RouteObject } from 'react-router';
import { fetchTexts } from '../i18n/texts.js';
import type { Area, Feature, NavigationEntry } from './feature.js';

/** A page comes together with the texts of its feature. */
const withTexts =
  (namespace: string) =>
  (route: RouteObject): RouteObject => {
    const { lazy } = route;
    if (typeof lazy !== 'function') return route;
    return {
      ...route,
      lazy: async () => {
        const [page] = await Promise.all([lazy(), fetchTexts(namespace)]);
        return page;
      },
    };
  };

const found = import.meta.glob<{ feature: Feature }>('../features/*/routes.tsx', { eager: true });
const features = Object.entries(found).map(([path, { feature }]) => {
  const namespace = path.split('/').at(-2) ?? '';
  return { ...feature, routes: feature.routes.map(withTexts(namespace)) };
});

export const featuresOf = (area: Area): readonly Feature[] =>
  features.filter((feature) => feature.area === area);

export const navigationOf = (area: Area): readonly NavigationEntry[] =>
  featuresOf(area)
    .flatMap(({ navigation = [] }) => navigation)
    .sort((a, b) => a.order - b.order);

/** Whether a path is that of an entry, or lies below it. */
export const leadsTo = ({ to, end }: NavigationEntry, pathname: string): boolean =>
  pathname === to || (!end && pathname.startsWith(`${to}/`));

/** The entry that a path belongs to: the longest one above it. */
export const entryAt = (area: Area, pathname: string): NavigationEntry | undefined =>
  navigationOf(area)
    .filter((entry) => leadsTo(entry, pathname))
    .sort((a, b) => b.to.length - a.to.length)[0];
