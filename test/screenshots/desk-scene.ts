import type { Asking } from './asking.js';
import type { DeskIds } from './walks.js';

const applicant = {
  ...{
    kind: 'corporation',
    name: '株式会社みなと珈琲',
    nameKana: 'カブシキガイシャミナトコーヒー',
  },
  ...{ postalAddress: '〒231-0002 神奈川県横浜市中区海岸通2-3', phone: '045-000-0000' },
  ...{ contactPerson: '港 千尋', pcEmail: 'minato@mailbox.test', mobileEmail: null },
};

const mandate = {
  ...{
    bankNumber: '0005',
    bankName: 'ミツビシUFJ',
    branchNumber: '123',
    branchName: 'ジンボウチヨウ',
  },
  ...{ accountType: '1', accountNumber: '0012345', holderName: 'カ）サクラシヨテン' },
  fileNumber: 'K-2026-0007',
};

const bank = {
  ...{ name: 'みずほ(口座振替)', leadBusinessDays: 7, closesAtMinute: 16 * 60, lineEnd: 'crlf' },
  ...{ resultPlace: '0', headerNamesAccount: true, extraCharacters: '', year: 'reiwa', csv: null },
  collector: {
    ...{ bankNumber: '0001', bankName: 'ミズホ', branchNumber: '190', branchName: 'タチカワ' },
    ...{ accountType: '1', accountNumber: '1234567', code: '0012345678', name: 'ヒキヤク（カ' },
  },
};

const request = {
  ...{ kind: 'DISCLOSURE', subject: 'contact', sender: '', name: '山田 太郎', details: '' },
  ...{ address: 'taro.yamada@mailbox.test', format: 'paper', website: '' },
  postalAddress: '東京都千代田区神田神保町2-5',
};

const termsSlug = 'service-terms';

/** What the provider's people have on their desk today, on top of the demo. */
export const deskScene = async (url: string, desk: Asking): Promise<DeskIds> => {
  const now = Date.now();
  const ago = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
  const dayOf = (instant: string): string => instant.slice(0, 10);
  const tenants = await desk.list<{ id: string; slug: string }>('/tenants');
  const sakura = tenants.find(({ slug }) => slug === 'sakura')?.id ?? '';
  const aozora = tenants.find(({ slug }) => slug === 'aozora')?.id ?? '';
  const month = dayOf(ago(0)).slice(0, 7);
  const of = (tenantId: string): string => `/tenants/${tenantId}`;

  const { versions } = await desk.read<{ versions: { hash: string }[] }>(`/terms/${termsSlug}`);
  const { id: applicationId } = await desk.make('/applications', {
    applicant,
    ...{ courseCode: 'STANDARD', optionCodes: [], offerCode: null, locale: 'ja' },
    ...{ termsVersion: '1', termsHash: versions[0]?.hash ?? '' },
    accepted: { terms: true, consent: true, prohibitedActs: true },
    ...{ channel: 'paper', partnerName: null, appliedOn: dayOf(ago(48)) },
    ...{ formArrivedOn: dayOf(ago(24)) },
  });

  const abuseCase = await desk.make('/abuse-cases', {
    ...{ tenantId: aozora, code: 'P09', inquiryId: null },
    summary: '同意した覚えがないという申告が、同じ日に三件ありました。',
  });
  await desk.make('/calls', {
    ...{ tenantId: sakura, direction: 'in', at: ago(3), minutes: 12, person: '桜井 花子 様' },
    ...{ phone: null, summary: '請求書の宛名に部署名を入れたいとのご相談。書面で確認すると回答。' },
    ...{ recording: null, inquiryId: null, announced: true },
  });
  const breach = await desk.make('/breaches', {
    ...{ knownAt: ago(30), kind: 'OTHER', isMalicious: false, persons: 12, wasEncrypted: true },
    summary: '紙の申込書を入れた封筒の誤送',
    cause: '宛名の貼り違い',
    measures: '封入を二人で確かめる手順に改めた',
  });
  await desk.make(`/breaches/${breach.id}/tenants`, { tenantId: sakura, persons: 12 });
  await desk.make('/disclosures', {
    ...{ recipient: '東京地方裁判所', recipientKind: 'authority', basis: 'LAW' },
    ...{ ground: '民事訴訟法226条', classes: ['B'], what: '契約者の名称と住所', persons: 1 },
    tenantIds: [aozora],
  });
  await desk.make('/processors', {
    ...{ name: '東都データセンター株式会社', service: 'サーバーの設置と保守', country: 'JP' },
    ...{ safeguards: '入退室の管理、監視カメラ、媒体の暗号化', redelegation: '' },
    ...{ classes: ['A'], since: '2026-01-01', until: null, auditedOn: dayOf(ago(24 * 120)) },
  });
  await desk.set('/link-hosts/login-sakura-bank.test', {
    kind: 'blocked',
    note: '銀行を装う偽のサインイン画面',
  });
  await desk.make('/interruptions', {
    ...{ reason: 6, tenantIds: null, sending: true, forms: false },
    ...{ from: ago(-24 * 7), until: ago(-24 * 7 - 2) },
    announcement: {
      ja: 'データベースの保守のため、配信を2時間止めます。登録フォームはお使いいただけます。',
      en: 'Sending pauses for two hours while the database is serviced. Sign-up forms keep working.',
    },
  });
  await desk.make(`${of(aozora)}/contract/cure-notices`, {
    breach: '同意を得ていない宛先への配信が疑われます。同意の記録をお示しください。',
    ...{ prohibitedActs: ['P09'], days: 14 },
  });
  await desk.make(`${of(aozora)}/contract/proposals`, {
    ...{ action: 'suspend', terminationReason: null },
    reason: '同意のない配信の申告が続き、是正の期限を過ぎたため。',
  });
  await desk.make('/legal-holds', {
    ...{ tenantId: aozora, requestId: null },
    reason: '申告の調査が終わるまで、記録を残すため。',
  });

  const { id: bankProfileId } = await desk.make('/bank-profiles', bank);
  await desk.set(`${of(sakura)}/transfer-account`, {
    ...{ branchNumber: '912', branchName: '振込専用支店' },
    ...{ accountType: '1', accountNumber: '0000042' },
  });
  const signed = await desk.make(`${of(sakura)}/mandates`, {
    ...mandate,
    receivedOn: dayOf(ago(24 * 20)),
  });
  await desk.make(`/mandates/${signed.id}/submit`);
  await desk.make(`/mandates/${signed.id}/accept`, { activeSince: `${month}-01` });
  const debitFileId = await desk.make('/debit-files', { month, bankProfileId }).then(
    ({ id }) => [id],
    () => [],
  );
  await desk.make(`${of(aozora)}/bounce-charges`, {
    ...{ amountYen: 3_300, evidence: '11月のエラーメール 1,100 通の処理' },
  });
  const invoices = await desk.list(`${of(sakura)}/invoices`);
  const invoiceId = invoices.slice(0, 1).map(({ id }) => id);
  await desk.make(`${of(sakura)}/invoices/${invoiceId[0] ?? ''}/credit-notes`, {
    ...{ reason: '配信の中断による減額', amountYen: 1_100 },
  });

  await fetch(`${url}/privacy/request?lang=ja`, {
    method: 'POST',
    body: new URLSearchParams(request),
  });
  const requests = await desk.list('/privacy-requests');
  const inquiries = await desk.list('/inquiries');
  return {
    tenantId: [sakura],
    applicationId: [applicationId],
    inquiryId: inquiries.slice(0, 1).map(({ id }) => id),
    requestId: requests.slice(0, 1).map(({ id }) => id),
    slug: [termsSlug],
    number: ['1'],
    invoiceId,
    caseId: [abuseCase.id],
    debitFileId,
  };
};
