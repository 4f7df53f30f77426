import { DisclosuresStore } from './store/disclosures.store.js';
import { ProcessorsStore } from './store/processors.store.js';
import { KeepProcessors } from './use-cases/keep-processors.js';
import { LogDisclosures } from './use-cases/log-disclosures.js';
import { NoteBankFile } from './use-cases/note-bank-file.js';

/** What keeps account of personal data that leaves the house. */
export const disclosureStores = [DisclosuresStore, ProcessorsStore];

export const disclosureUseCases = [KeepProcessors, LogDisclosures, NoteBankFile];
