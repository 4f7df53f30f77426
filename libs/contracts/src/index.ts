export { contractResumed, contractSuspended } from './contracts.facts.js';
export { ContractsModule } from './contracts.module.js';
export { IsServing } from './use-cases/is-serving.js';
export { MaySend } from './use-cases/may-send.js';
export { OpenContract } from './use-cases/open-contract.js';
export { ResumeContract } from './use-cases/resume-contract.js';
export { SuspendContract } from './use-cases/suspend-contract.js';
