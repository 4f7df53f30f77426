import { fact } from '#platform/queue';

/** A file with accounts of tenants was fetched for the bank; told each time. */
export const bankFileFetched = fact<{ fileId: string; kind: 'debit' | 'refund' }>(
  'billing.bank-file-fetched',
);
