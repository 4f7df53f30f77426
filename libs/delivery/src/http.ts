export { DeliveryHttpModule } from './delivery.http.module.js';
