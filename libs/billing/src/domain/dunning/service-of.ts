import type { Arrears } from './dunning.js';

/** What a stage of the contract means for dunning: only what is served can be suspended. @clause W13.2 */
export const serviceOf = (stage: string | undefined): Arrears['service'] =>
  stage === 'active' || stage === 'suspended' ? stage : 'not-started';
