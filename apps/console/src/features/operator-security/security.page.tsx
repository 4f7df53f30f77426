export { SecurityPage as Component } from '../../ui/security/security-page.js';
