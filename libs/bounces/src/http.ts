export { BouncesHttpModule } from './bounces.http.module.js';
