export {
  personalClasses,
  personalNames,
  personalPurposes,
  plainNames,
  unregistered,
} from './domain/register/register.js';
export { PrivacyModule } from './privacy.module.js';
