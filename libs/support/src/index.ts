export { caseDecided } from './support.facts.js';
export { KeepDesk } from './use-cases/keep-desk.js';
export { ProposeCase } from './use-cases/propose-case.js';
export { ReceiveInquiry } from './use-cases/receive-inquiry.js';
export type { ArrivedInquiry } from './use-cases/receive-inquiry.js';
export { PersonInquiries } from './use-cases/person-inquiries.js';
export { SupportModule } from './support.module.js';
