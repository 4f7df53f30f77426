export { InboundModule } from './inbound.module.js';
export { InboundServer } from './smtp/inbound-server.js';
