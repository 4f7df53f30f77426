import { all } from './personal-columns.js';

const controller = 'controller' as const;
const purposes = ['STATEMENTS_AND_INVOICES'] as const;

/** Of those who pay: what the law of taxes keeps, and the accounts that do not outlive their use. */
export const payers = [
  ...all(
    { class: 'C', purposes: [...purposes, 'LEGAL_DUTY'], role: controller },
    {
      invoices: 'recipient',
      documents: 'counterparty bytes',
      transfers: 'payer_code payer_name bank_name reference note',
      transfer_imports: 'file_box',
      debit_files: 'file_box result_box',
      refund_files: 'file_box',
      debit_entries: 'customer_number',
    },
  ),
  ...all(
    { class: 'B', purposes, role: controller },
    {
      mandates: 'account_box masked_account',
      refunds: 'account_box masked_account note',
      payer_identities: 'value',
      transfer_accounts: 'branch_number account_number',
      bounce_charge_files: 'name file_box',
    },
  ),
];
