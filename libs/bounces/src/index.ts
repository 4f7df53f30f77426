export { addressRemoved } from './bounces.facts.js';
export { BouncesModule } from './bounces.module.js';
export { withCharsetNames } from './domain/message/charset.js';
export { readReport } from './domain/report/read-report.js';
export { isFailure } from './domain/report/report.js';
export type { Report, ReportKind } from './domain/report/report.js';
export { TrendFigures } from './store/trend-figures.store.js';
export { PersonReports } from './store/person-reports.store.js';
export { ReceiveReport } from './use-cases/receive-report.js';
