import { join, resolve } from 'node:path';
import type { Config } from '../config/index.js';

/** KEYS_DIR, or `keys` within DATA_DIR. */
export const keysFolder = (config: Config): string =>
  resolve(config.get('KEYS_DIR') || join(config.get('DATA_DIR'), 'keys'));
