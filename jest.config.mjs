/** One run of everything: unit, integration, scenarios, architecture and browser. @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.scenario-spec.ts', '**/*.browser-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  setupFiles: ['reflect-metadata'],
  maxWorkers: 2,
  // Modules of test files that are over stay in memory; with some gigabytes of them a worker does little but collect.
  workerIdleMemoryLimit: '1GB',
  // Only a test that hangs may end by it: no test names a shorter time of its own, since machines differ.
  testTimeout: 600_000,
};
