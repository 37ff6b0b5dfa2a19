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
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  ...extra,
});

module.exports = {
  projects: [
    project('domain'),
    project('contracts'),
    project('localcloud'),
    project('usecases'),
    project('simulation'),
    project('miniprogram', { testEnvironment: 'jsdom' }),
    project('e2e'),
  ],
};
