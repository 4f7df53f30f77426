export { AbuseHttpModule } from './abuse.http.module.js';
