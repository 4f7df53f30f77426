import {
  IconBarrierBlock,
  IconMailbox,
  IconMessages,
  IconRoute,
  IconShieldHalf,
} from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('delivery');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('relays', '中継と速度', 'Relays and pace', IconRoute, 50, 'queues.read'),
    entry('reputation', '不達と評判', 'Reputation', IconShieldHalf, 51, 'deliverability.read'),
    entry('inquiries', '問い合わせ', 'Inquiries', IconMessages, 52, 'inquiries.read'),
    entry('letters', '郵送', 'Letters', IconMailbox, 53, 'tenants.read'),
    entry('interruptions', '中断の告知', 'Interruptions', IconBarrierBlock, 54, 'tenants.read'),
  ],
  routes: [
    { path: 'relays', lazy: () => import('./relays.page.js') },
    { path: 'reputation', lazy: () => import('./reputation.page.js') },
    { path: 'inquiries', lazy: () => import('./inquiries.page.js') },
    { path: 'inquiries/:inquiryId', lazy: () => import('./inquiry.page.js') },
    { path: 'letters', lazy: () => import('./letters.page.js') },
    { path: 'interruptions', lazy: () => import('./interruptions.page.js') },
  ],
};
