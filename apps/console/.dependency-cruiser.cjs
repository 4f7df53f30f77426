/** The console's own floor plan: it knows the API alone, and its features do not know one another. */
module.exports = {
  forbidden: [
    {
      name: 'console-knows-the-api-alone',
      severity: 'error',
      from: {},
      to: { path: '^(libs|migrations|test|scripts|apps/(?!console/))' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'What two features share belongs to src/ui or src/api.',
      from: { path: '^apps/console/src/features/([^/]+)/' },
      to: { path: '^apps/console/src/features/', pathNot: '^apps/console/src/features/$1/' },
    },
    {
      name: 'downwards',
      severity: 'error',
      comment:
        'app → features → ui → api, i18n; features take only types and hooks of the frame from app/feature.',
      from: { path: '^apps/console/src/(ui|api|i18n)/' },
      to: { path: '^apps/console/src/(app|features)/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
