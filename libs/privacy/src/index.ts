export {
  personalClasses,
  personalNames,
  plainNames,
  unregistered,
} from './domain/register/register.js';
export { PrivacyModule } from './privacy.module.js';
