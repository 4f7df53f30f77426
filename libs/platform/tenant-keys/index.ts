export { KeyFolder } from './key-folder.js';
export { KeyStore } from './key-store.js';
export { keysFolder } from './keys-folder.js';
export { TenantKey } from './tenant-key.js';
export type { IndexPurpose, SealPurpose } from './tenant-key.js';
export { TenantKeys } from './tenant-keys.js';
export { TenantKeysModule } from './tenant-keys.module.js';
