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
import type { Feature, NavigationEntry } from '../../app/feature.js';

const group = { ja: '料金', en: 'Money' };
const permission = 'billing.read-all';

const entry = (
  to: string,
  ja: string,
  en: string,
  icon: NavigationEntry['icon'],
  order: number,
): NavigationEntry => ({
  to: `/operator/${to}`,
  label: { ja, en },
  icon,
  order,
  permission,
  group,
});

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('closing', '締め', 'Closing', IconCalendarDollar, 30),
    entry('documents', '請求書', 'Invoices', IconFileInvoice, 31),
    entry('debits', '口座振替', 'Direct debit', IconBuildingBank, 32),
    entry('transfers', '振込', 'Transfers', IconTransferIn, 33),
    entry('arrears', '未収', 'Arrears', IconAlarm, 34),
    entry('decisions', '金銭の判断', 'Decisions', IconGavel, 35),
    entry('refunds', '返金', 'Refunds', IconArrowBackUp, 35),
    entry('prices', '料金表', 'Prices', IconReceiptYen, 36),
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
