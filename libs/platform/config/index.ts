export { Config, ConfigProblem, loadEnvironment, requireAll } from './config.js';
export type { Environment } from './config.js';
export { ConfigModule } from './config.module.js';
export { readRelayList } from './relay-list.js';
export type { ListedRelay } from './relay-list.js';
