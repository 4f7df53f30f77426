export { SupportHttpModule } from './support.http.module.js';
