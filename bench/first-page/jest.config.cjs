// The simulator of tests/miniprogram with a file that measures instead of testing.
const { projects } = require('../../jest.config.cjs');

const app = projects.find(({ displayName }) => displayName === 'miniprogram');

module.exports = {
  ...app,
  displayName: 'first page',
  testMatch: ['<rootDir>/bench/first-page/measure.ts'],
  testTimeout: 300_000,
};
