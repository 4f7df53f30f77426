export { ContractsHttpModule } from './contracts.http.module.js';
