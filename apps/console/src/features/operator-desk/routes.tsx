import {
  IconGavel,
  IconLinkOff,
  IconRadar2,
  IconKeyOff,
  IconPhone,
  IconPhoneCall,
  IconUsersPlus,
} from '@tabler/icons-react';
import type { Feature } from '../../app/feature.js';
import { operatorEntries } from '../../app/operator-entries.js';

const entry = operatorEntries('delivery');

export const feature: Feature = {
  area: 'operator',
  navigation: [
    entry('abuse-cases', '違反の疑い', 'Abuse cases', IconGavel, 55, 'inquiries.read'),
    entry('detectors', '観測', 'Detectors', IconRadar2, 56, 'inquiries.read'),
    entry('migration-lists', '移行リスト', 'Migration lists', IconUsersPlus, 57, 'tenants.read'),
    entry('calls', '通話の記録', 'Calls', IconPhoneCall, 58, 'inquiries.read'),
    entry('desk', '窓口とカレンダー', 'Desk and calendar', IconPhone, 59, 'inquiries.read'),
    entry('link-hosts', 'リンク先', 'Link hosts', IconLinkOff, 59, 'inquiries.read'),
    entry('leaks', '漏えいの報告', 'Leaks', IconKeyOff, 59, 'tenants.write'),
  ],
  routes: [
    { path: 'abuse-cases', lazy: () => import('./abuse-cases.page.js') },
    { path: 'abuse-cases/:caseId', lazy: () => import('./case.page.js') },
    { path: 'detectors', lazy: () => import('./detectors.page.js') },
    { path: 'migration-lists', lazy: () => import('./migration-lists.page.js') },
    { path: 'calls', lazy: () => import('./calls.page.js') },
    { path: 'desk', lazy: () => import('./desk.page.js') },
    { path: 'link-hosts', lazy: () => import('./link-hosts.page.js') },
    { path: 'leaks', lazy: () => import('./leaks.page.js') },
  ],
};
