import type { TestClient } from '#lib/accounts/testing';
import type { TenantId } from '#lib/kernel';

/** Under the names that the paths of the console give them. */
export type DeskIds = Readonly<Record<string, readonly string[]>>;

const noon = '2026-04-01T08:30:00+09:00';

const terms = {
  slug: 'house-rules',
  kind: 'terms',
  noun: '規約',
  title: { ja: '利用規約', en: 'Terms of service' },
  text: {
    body: '# 利用規約\n\n## 第1条（目的）\n\n利用の条件を定める。\n\n## 第2条（料金）\n\n料金表による。',
    supplement: null,
    summary: '制定',
    impact: 'neutral',
    isMaterial: false,
  },
};

const request = {
  ...{ kind: 'DISCLOSURE', subject: 'contact', sender: '', name: '山田 太郎' },
  ...{ address: 'yamada@example.jp', details: '', format: 'paper', website: '' },
  postalAddress: '東京都千代田区千代田1-1',
};

/** One thing of every kind on the operators' desk, made by the real verbs. */
export const aBusyDesk = async (
  url: string,
  operator: TestClient,
  tenantId: TenantId,
): Promise<DeskIds> => {
  const made = async (path: string, given: object): Promise<string> => {
    const answer = await operator.post(`/api/v1/operator/${path}`, given);
    if (answer.status !== 201) throw new Error(`${path} answered with ${answer.status}`);
    return (answer.body as { id: string }).id;
  };
  const suspicion = { tenantId, code: 'P09', summary: '申告が三件ありました。' };
  await made('abuse-cases', { ...suspicion, inquiryId: null });
  await made('calls', {
    ...{ tenantId, direction: 'in', at: noon, minutes: 12, person: '佐藤 様', phone: null },
    ...{ summary: '請求書の宛名', recording: null, inquiryId: null, announced: false },
  });
  const breachId = await made('breaches', {
    ...{ knownAt: noon, summary: '記録媒体の紛失', cause: null, measures: null, kind: 'OTHER' },
    ...{ isMalicious: true, persons: 1_200, wasEncrypted: false },
  });
  await operator.post(`/api/v1/operator/breaches/${breachId}/tenants`, {
    tenantId,
    persons: 1_200,
  });
  await made('disclosures', {
    ...{ recipient: '東京地方裁判所', recipientKind: 'authority', basis: 'LAW' },
    ...{ ground: '民事訴訟法226条', classes: ['B'], what: '契約者の名称と住所', persons: 1 },
    tenantIds: [tenantId],
  });
  await made('processors', {
    ...{ name: '株式会社データセンター', service: 'サーバーの保管', country: 'JP', classes: ['A'] },
    ...{ safeguards: '入退室の管理', redelegation: '', since: '2026-01-01' },
    ...{ until: null, auditedOn: null },
  });
  await operator.put('/api/v1/operator/link-hosts/phish.example', {
    ...{ kind: 'blocked', note: '偽のサインイン画面' },
  });
  await made('terms', terms);
  const form = new URLSearchParams(request);
  await fetch(`${url}/privacy/request?lang=ja`, { method: 'POST', body: form });
  const answer = await operator.get('/api/v1/operator/privacy-requests');
  const requests = (answer.body as { items: { id: string }[] }).items;
  if (requests.length === 0) throw new Error('No request arrived');
  return { slug: [terms.slug], number: ['1'], requestId: requests.map(({ id }) => id) };
};
