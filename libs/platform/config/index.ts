export { Config, ConfigProblem, loadEnvironment, requireAll } from './config.js';
export type { Environment } from './config.js';
export { ConfigModule } from './config.module.js';
