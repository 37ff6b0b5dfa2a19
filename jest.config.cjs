const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};
const project = (name, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts?(x)`],
  testEnvironment: 'node',
  transform: swc,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  ...extra,
});
/** Tests that call the cloud functions find them built. */
const withFunctions = { globalSetup: '<rootDir>/tests/support/build-functions.ts' };

module.exports = {
  // Two workers fit into 2 cores and 4 GB; one that has grown is replaced.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  // A guard against hanging; the tests themselves poll and take what they need.
  testTimeout: 120_000,
  projects: [
    project('domain'),
    project('contracts'),
    project('localcloud'),
    project('usecases', withFunctions),
    project('simulation', withFunctions),
    project('miniprogram', {
      ...withFunctions,
      testEnvironment: 'jsdom',
      transform: { '/dist/weapp/.+\\.js$': '<rootDir>/tests/support/weapp/transform.cjs', ...swc },
    }),
    project('e2e', withFunctions),
  ],
};
