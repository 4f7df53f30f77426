export {
  coveredNames,
  personalClasses,
  personalNames,
  personalPurposes,
  plainNames,
  restsUnknown,
  unregistered,
} from './domain/register/register.js';
export { PrivacyModule } from './privacy.module.js';
