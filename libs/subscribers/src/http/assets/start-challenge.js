// Tells the widget where its worker lies; without JavaScript the form works all the same.
globalThis.$altcha.algorithms.set(
  'PBKDF2/SHA-256',
  () => new globalThis.Worker('/assets/altcha/worker.js', { type: 'module' }),
);
