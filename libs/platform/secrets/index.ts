export { openBox, sealBox } from './sealed-box.js';
export { openReference, sealReference } from './reference.js';
export { base32, fromBase32, hashToken, Secrets } from './secrets.js';
export type { SecretPurpose } from './secrets.js';
export { SecretsModule } from './secrets.module.js';
