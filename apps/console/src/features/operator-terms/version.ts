import type { Schema } from '../../api/client.js';

export type Version = Schema<'VersionView'>;
export type VersionText = Schema<'VersionTextView'>;

export const impacts = ['neutral', 'beneficial', 'adverse'] as const;

/** Published once, whether it binds already, still or no more. */
export const isPublic = ({ state }: Pick<Version, 'state'>): boolean =>
  state === 'published' || state === 'effective' || state === 'superseded';
