import { aMember, anonymousClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { creditedInvoice } from '#lib/billing/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import type { CalendarPlatform } from './platform.js';

export type Caller = 'owner' | 'editor' | 'viewer' | 'API key';

/** A tenant that has one object of every kind, made by the real verbs, and everybody who may act for it. */
export interface BusyTenant {
  readonly tenantId: TenantId;
  readonly slug: string;
  readonly callers: Readonly<Record<Caller, TestClient>>;
  /** Under the names that the paths of the API give them. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Of its API key, for requests that are put together by hand. */
  readonly authorization: string;
  readonly permissionsOf: (caller: Caller) => readonly string[];
}

const keyScopes = [
  ...['newsletters.read', 'newsletters.write', 'subscribers.read', 'subscribers.write'],
  ...['campaigns.read', 'campaigns.write', 'campaigns.send'],
  ...['members.read', 'settings.read', 'settings.write', 'audit.read', 'billing.read'],
];

const created = ({ status, body }: TestAnswer): { id: string; secret: string } => {
  if (status !== 201) throw new Error(`Answered with ${status}: ${JSON.stringify(body)}`);
  return body as { id: string; secret: string };
};

const onePixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const anImage = async (url: string, authorization: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/images`, {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'image/gif' },
    body: new Uint8Array(onePixel),
  });
  return ((await answer.json()) as { id: string }).id;
};

const aMigrationList = async (
  url: string,
  authorization: string,
  newsletterId: string,
): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/newsletters/${newsletterId}/migration-lists`, {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'text/csv' },
    body: 'address,consent_date,consent_source\nmoved@example.jp,2025-10-01,店頭の申込書',
  });
  return ((await answer.json()) as { id: string }).id;
};

export const aBusyTenant = async (
  platform: CalendarPlatform,
  slug: string,
): Promise<BusyTenant> => {
  const { tenantId, client: owner, memberId } = await activeTenant(platform, { slug });
  const editor = await aMember(platform, { tenantId, slug, role: 'editor' });
  const viewer = await aMember(platform, { tenantId, slug, role: 'viewer' });
  const key = created(await owner.post('/api/v1/api-keys', { name: '連携', scopes: keyScopes }));
  const invited = { email: `guest@${slug}.example.jp`, role: 'viewer' };
  const invitation = created(await owner.post('/api/v1/invitations', invited));
  const newsletterId = await aNewsletter(platform, tenantId);
  const readers = ['a', 'b', 'refuse-c'].map((name) => `${name}@${slug}.example.jp`);
  await someSubscribers(platform, tenantId, newsletterId, readers);
  const segment = created(
    await owner.post('/api/v1/segments', {
      name: '春の読者',
      condition: { joined: 'before', value: '2030-01-01' },
    }),
  );
  const [draft, scheduled, sent] = [
    await aDraft(owner, newsletterId, { segmentId: segment.id }),
    await aDraft(owner, newsletterId),
    await aDraft(owner, newsletterId),
  ];
  await owner.post(`/api/v1/campaigns/${scheduled}/schedule`, { at: '2026-06-01T09:00:00+09:00' });
  await owner.post(`/api/v1/campaigns/${sent}/send-now`);
  await platform.drain.runDue();
  const template = created(await owner.post(`/api/v1/campaigns/${sent}/template`, { name: '春' }));
  const list = await aMigrationList(platform.url, `Bearer ${key.secret}`, newsletterId);
  const image = await anImage(platform.url, `Bearer ${key.secret}`);
  // After the campaigns: who declares a domain writes from verified ones only.
  const domain = created(
    await owner.post('/api/v1/settings/domains', { domain: `${slug}.example.jp` }),
  );
  const hook = { url: 'https://hooks.example.jp/mail', events: ['campaign.launched'], isOn: true };
  const endpoint = created(await owner.post('/api/v1/webhooks', hook));
  const { messageId } = (await owner.post(`/api/v1/webhooks/${endpoint.id}/test`)).body as {
    messageId: string;
  };
  const question = {
    subject: '料金',
    text: '教えてください。',
    box: 'support',
    isComplaint: false,
  };
  const inquiry = created(await owner.post('/api/v1/inquiries', question));
  const change = { desiredMonth: '2029-06', courseCode: 'STANDARD' };
  const changeRequest = created(await owner.post('/api/v1/contract/change-requests', change));
  const later = { lastMonthOfUse: '2030-01' };
  const ending = await owner.post('/api/v1/contract/end-notices', later);
  const [endNotice] = (ending.body as { endNotices: { id: string }[] }).endNotices;
  const inbox = await owner.get('/api/v1/notices');
  const notices = (inbox.body as { items: { id: string }[] }).items;
  const { invoiceId, creditNoteId } = await creditedInvoice(platform, tenantId);
  const authorization = `Bearer ${key.secret}`;
  const callers = {
    owner,
    editor: editor.client,
    viewer: viewer.client,
    'API key': anonymousClient(platform.url, { Authorization: authorization }),
  };
  await callers['API key'].get('/api/v1/campaigns'); // notes its first use
  const permissions = new Map<Caller, readonly string[]>([['API key', keyScopes]]);
  for (const role of ['owner', 'editor', 'viewer'] as const) {
    const session = (await callers[role].get('/api/v1/session')).body as { permissions: string[] };
    permissions.set(role, session.permissions);
  }
  return {
    tenantId,
    slug,
    authorization,
    callers,
    ids: {
      campaignId: [draft, scheduled, sent],
      changeRequestId: [changeRequest.id],
      endNoticeId: [endNotice?.id ?? ''],
      domainId: [domain.id],
      invoiceId: [invoiceId],
      creditNoteId: [creditNoteId],
      invitationId: [invitation.id],
      keyId: [key.id],
      memberId: [memberId, viewer.memberId],
      newsletterId: [newsletterId],
      noticeId: notices.map(({ id }) => id),
      imageId: [image],
      migrationListId: [list],
      segmentId: [segment.id],
      templateId: [template.id],
      endpointId: [endpoint.id],
      inquiryId: [inquiry.id],
      messageId: [messageId],
    },
    permissionsOf: (caller) => permissions.get(caller) ?? [],
  };
};
