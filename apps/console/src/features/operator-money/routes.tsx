import {
  IconAlarm,
  IconArrowBackUp,
  IconBuildingBank,
  IconCalendarDollar,
  IconFileInvoice,
  IconGavel,
  IconReceiptYen,
  IconTransferIn,
} from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('money');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('closing', '締め', 'Closing', IconCalendarDollar, 30, 'billing.read-all'),
    entry('documents', '請求書', 'Invoices', IconFileInvoice, 31, 'billing.read-all'),
    entry('debits', '口座振替', 'Direct debit', IconBuildingBank, 32, 'billing.read-all'),
    entry('transfers', '振込', 'Transfers', IconTransferIn, 33, 'billing.read-all'),
    entry('arrears', '未収', 'Arrears', IconAlarm, 34, 'billing.read-all'),
    entry('decisions', '金銭の判断', 'Decisions', IconGavel, 35, 'billing.read-all'),
    entry('refunds', '返金', 'Refunds', IconArrowBackUp, 35, 'billing.read-all'),
    entry('prices', '料金表', 'Prices', IconReceiptYen, 36, 'billing.read-all'),
  ],
  routes: [
    { path: 'closing', lazy: () => import('./closing/closing.page.js') },
    { path: 'documents', lazy: () => import('./documents.page.js') },
    {
      path: 'tenants/:tenantId/invoices/:invoiceId',
      lazy: () => import('./invoice/invoice.page.js'),
    },
    { path: 'debits', lazy: () => import('./debits.page.js') },
    { path: 'debits/:debitFileId', lazy: () => import('./debit-file.page.js') },
    { path: 'transfers', lazy: () => import('./transfers/transfers.page.js') },
    { path: 'arrears', lazy: () => import('./arrears.page.js') },
    { path: 'decisions', lazy: () => import('./decisions.page.js') },
    { path: 'refunds', lazy: () => import('./refunds.page.js') },
    { path: 'prices/new', lazy: () => import('./prices/new-prices.page.js') },
    { path: 'prices', lazy: () => import('./prices/prices.page.js') },
  ],
};
