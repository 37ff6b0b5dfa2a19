// Babel of Taro's builds; jest and the scripts do not use it.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
};
