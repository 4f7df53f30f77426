import { describe, expect, it } from '@jest/globals';
import { seenKindOf } from './seen-data.js';

describe('what an operator looks at', () => {
  it.each([
    ['/api/v1/operator/tenants', 'ACCOUNT'],
    ['/api/v1/operator/tenants/019d4657', 'ACCOUNT'],
    ['/api/v1/operator/tenants/019d4657/contract/start-preview', 'CONTRACT'],
    ['/api/v1/operator/tenants/019d4657/invoices/1/pdf', 'BILLING'],
    ['/api/v1/operator/tenants/019d4657/campaign-reviews/1', 'CAMPAIGN'],
    ['/api/v1/operator/documents/019d4657/1/pdf', 'BILLING'],
    ['/api/v1/operator/migration-lists', 'READERS'],
    ['/api/v1/operator/inquiries/1/raw', 'INQUIRY'],
    ['/api/v1/operator/privacy-requests', 'PRIVACY_REQUEST'],
    ['/api/v1/operator/something-new', 'OTHER'],
    ['/api/v1/campaigns/1', 'CAMPAIGN'],
    ['/api/v1/newsletters', 'READERS'],
  ])('at %s is %s', (path, kind) => {
    expect(seenKindOf(path)).toBe(kind);
  });
});
