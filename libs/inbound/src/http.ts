export { InboundHttpModule } from './inbound.http.module.js';
