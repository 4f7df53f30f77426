/**
 * The floor plan as lint: floor-plan.json says which library may call which; everything not said is forbidden.
 * Every library may also use platform and kernel.
 */
const plan = require('./floor-plan.json');

const home = (lib) => `^libs/${lib}/`;
const floors = Object.entries(plan).map(([lib, below]) => {
  const allowed = [
    ...new Set([lib, 'kernel', ...(lib === 'kernel' ? [] : ['platform']), ...below]),
  ];
  return {
    name: `floor-${lib}`,
    severity: 'error',
    comment: `${lib} may call ${below.join(', ') || 'nothing'} (floor-plan.json)`,
    from: { path: home(lib) },
    to: { path: '^(libs|apps|migrations)/', pathNot: allowed.map(home) },
  };
});

module.exports = {
  forbidden: [
    ...floors,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'front-door',
      severity: 'error',
      comment: 'From outside a library only its doors may be used: index, http, jobs, testing.',
      from: { path: '^(libs/([^/]+)|apps|test)/' },
      to: {
        path: '^libs/(?!platform)[^/]+/src/(?!(index|http|jobs|testing)\\.ts$)',
        pathNot: '^libs/$2/',
      },
    },
    {
      name: 'pure-domain',
      severity: 'error',
      comment: 'Rules in domain/ know no framework, no database and no Node API.',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^libs/kernel/',
          '^libs/[^/]+/src/domain/',
          'node_modules/(temporal-polyfill|liquidjs|diff|otpauth)/',
        ],
      },
    },
    {
      name: 'migrations-alone',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: ['^migrations/', 'node_modules/typeorm/'] },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/console)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
