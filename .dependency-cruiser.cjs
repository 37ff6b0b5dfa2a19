// The arrows of ARCHITECTURE.md: what may import what.
const layer = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: {
    path: '^(src|cloudfunctions|miniprogram|scripts|simulation|demo|tests|bench|config)/',
    pathNot: allowed,
  },
});

module.exports = {
  forbidden: [
    layer('domain-imports-nothing', '^src/domain/', '^src/domain/', 'The rules are pure.'),
    {
      name: 'domain-imports-no-package',
      comment: 'The rules need no library but the calendar.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/dayjs' },
    },
    layer('policy-sees-domain-types', '^src/policy/', '^src/(policy|domain)/', ''),
    layer('contracts-see-domain', '^src/contracts/', '^src/(contracts|domain)/', ''),
    layer(
      'wxcloud-sees-domain',
      '^src/wxcloud/',
      '^src/(wxcloud|domain)/',
      'The port to the cloud.',
    ),
    layer(
      'usecases-see-contracts-domain-policy-wxcloud',
      '^src/usecases/',
      '^src/(usecases|contracts|domain|policy|wxcloud)/',
      '',
    ),
    layer(
      'cloudfunctions-see-usecases',
      '^cloudfunctions/',
      '^(cloudfunctions/|src/(usecases|contracts)/)',
      'A function is its contract and its use cases.',
    ),
    layer(
      'localcloud-stands-alone',
      '^src/localcloud/',
      '^src/localcloud/',
      'It could be a package.',
    ),
    layer(
      'miniprogram-sees-domain-and-contracts',
      '^miniprogram/',
      '^(miniprogram/|src/(domain|contracts)/)',
      '',
    ),
    layer(
      'auditor-stands-alone',
      '^simulation/auditor/',
      '^simulation/auditor/',
      'What looks for faults shares none of the code that may have them.',
    ),
    {
      name: 'auditor-needs-no-package',
      comment: 'It reads plain documents, and computes with BigInt.',
      severity: 'error',
      from: { path: '^simulation/auditor/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'miniprogram-sees-contracts-as-types',
      comment: 'zod stays out of the app.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^src/contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-cloud-folder-calls-the-cloud',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: '^miniprogram/(cloud|queries|app\\.)' },
      to: { path: '^miniprogram/cloud/', pathNot: '^miniprogram/cloud/types' },
    },
    {
      name: 'components-know-no-business',
      severity: 'error',
      from: { path: '^miniprogram/components/' },
      to: { path: '^miniprogram/(queries|features|pages|packages|cloud)/' },
    },
    {
      name: 'only-wxcloud-touches-the-sdk',
      severity: 'error',
      from: { path: '^(src|cloudfunctions|miniprogram)/', pathNot: '^src/wxcloud/' },
      to: { path: 'node_modules/wx-server-sdk' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans-of-drawers',
      comment: 'A thing lives with its noun.',
      severity: 'error',
      from: {},
      to: { path: '/(utils|helpers|common)/', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
