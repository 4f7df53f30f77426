import type { Provider } from '@nestjs/common';
import { PersonalDataSources } from '../personal-data-source.js';
import type { PersonalDataSource } from '../personal-data-source.js';
import { ContractsSource } from './contracts-source.js';
import { DeliveriesSource } from './deliveries-source.js';
import { DisclosuresSource } from './disclosures-source.js';
import { InquiriesSource } from './inquiries-source.js';
import { MembersSource } from './members-source.js';
import { NoticesSource } from './notices-source.js';
import { PaymentsSource } from './payments-source.js';
import { ReadersSource } from './readers-source.js';

const sources = [
  ReadersSource,
  DeliveriesSource,
  MembersSource,
  ContractsSource,
  PaymentsSource,
  NoticesSource,
  InquiriesSource,
  DisclosuresSource,
];

/** Every part of a package, and the list of them; a library that holds something on people has one here. */
export const dataSources: Provider[] = [
  ...sources,
  {
    provide: PersonalDataSources,
    useFactory: (...all: PersonalDataSource[]): PersonalDataSources => ({ all }),
    inject: sources,
  },
];
