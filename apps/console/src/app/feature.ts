import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** The same in Japanese and English. */
interface Texts {
  readonly ja: string;
  readonly en: string;
}

/** Who sees the pages: members of a tenant, operators, or anybody. */
export type Area = 'tenant' | 'operator' | 'open';

export interface NavigationEntry {
  /** Path below /console. */
  readonly to: string;
  readonly label: Texts;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Places the entry; smaller is higher. Tens per feature. */
  readonly order: number;
  /** The entry is shown to who may do this; to all of the area when absent. */
  readonly permission?: string;
  /** Heading under which it stands; none for the first group. */
  readonly group?: Texts;
  /** At the end of the entry: how many things wait there. Part of the shell, so keep it small. */
  readonly mark?: ComponentType;
  /** True where only this very path marks the entry as current. */
  readonly end?: boolean;
}

/** What `features/<name>/routes.tsx` exports as `feature`. Pages come lazily: this file is part of the shell. */
export interface Feature {
  readonly area: Area;
  readonly navigation?: readonly NavigationEntry[];
  /** Paths are relative to /console for tenants and anybody, to /console/operator for operators. */
  readonly routes: readonly RouteObject[];
}
