import type { Area, Feature, NavigationEntry } from './feature.js';

const found = import.meta.glob<{ feature: Feature }>('../features/*/routes.tsx', { eager: true });
const features = Object.values(found).map(({ feature }) => feature);

export const featuresOf = (area: Area): readonly Feature[] =>
  features.filter((feature) => feature.area === area);

export const navigationOf = (area: Area): readonly NavigationEntry[] =>
  featuresOf(area)
    .flatMap(({ navigation = [] }) => navigation)
    .sort((a, b) => a.order - b.order);
