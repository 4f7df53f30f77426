import type { DkimVerdict } from './dkim-record.js';
import type { Verdict } from './sending-domain.js';
import type { SpfInspection } from './spf-inspection.js';

interface Meaning {
  readonly verdict: Verdict;
  readonly ja: string;
  readonly en: string;
}

type FindingCode =
  | `dkim.${DkimVerdict}`
  | `spf.${SpfInspection['state'] | 'not-included'}`
  | `dmarc.${'ok' | 'monitoring' | 'none' | 'unsure'}`
  | `return-path.${'ok' | 'missing' | 'unsure'}`
  | `return-path-spf.${'ok' | 'wrong' | 'unsure'}`;

const ok = (ja: string, en: string): Meaning => ({ verdict: 'ok', ja, en });
const advice = (ja: string, en: string): Meaning => ({ verdict: 'advice', ja, en });
const wrong = (ja: string, en: string): Meaning => ({ verdict: 'wrong', ja, en });
const unknown: Meaning = {
  verdict: 'unknown',
  ja: 'DNS が応答しませんでした。時間をおいて確認し直してください。',
  en: 'The DNS did not answer. Check again later.',
};

/** What each finding means to the owner of the domain. */
export const meanings: Readonly<Record<FindingCode, Meaning>> = {
  'dkim.right': ok('公開鍵が正しく登録されています。', 'The public key is published.'),
  'dkim.missing': wrong(
    'レコードが見つかりません。DNS に登録してください。反映まで時間がかかることがあります。',
    'There is no such record. Publish it; it may take a while to be seen.',
  ),
  'dkim.several': wrong(
    '同じ名前の TXT レコードが複数あります。表示された 1 件だけにしてください。',
    'There are several TXT records at this name. Leave only the one shown.',
  ),
  'dkim.broken': wrong(
    'DKIM レコードの書式が正しくありません。表示された値をそのまま登録してください。',
    'The record is not a valid DKIM record. Publish the value exactly as shown.',
  ),
  'dkim.other-key': wrong(
    '別の鍵が登録されています。表示された値に置き換えてください。',
    'Another key is published. Replace it with the value shown.',
  ),
  'dkim.revoked': wrong(
    '鍵が失効 (p= が空) になっています。表示された値に置き換えてください。',
    'The key is revoked (its p= is empty). Replace it with the value shown.',
  ),
  'dkim.testing': wrong(
    'テスト中 (t=y) の印があり、署名がないものとして扱われます。t=y を外してください。',
    'It is marked as a test (t=y), so receivers treat mails as unsigned. Take t=y out.',
  ),
  'dkim.unsure': unknown,
  'spf.ok': ok(
    '当サービスからの送信が許可されています。',
    'The record lets our mail servers send.',
  ),
  'spf.not-included': advice(
    '当サービスの include が含まれていません。既存の SPF レコードに追加してください。',
    'Our include is not in the record. Add it to the record you have.',
  ),
  'spf.none': advice(
    'SPF レコードがありません。表示された値の登録をお勧めします。',
    'There is no SPF record. We recommend the value shown.',
  ),
  'spf.several': wrong(
    'SPF レコードが複数あるため、すべて無効になります。1 件にまとめてください。',
    'There are several SPF records, so none of them counts. Merge them into one.',
  ),
  'spf.broken': wrong(
    'SPF レコードに誤りがあるか、include 先に SPF レコードがありません。',
    'The SPF record has an error, or includes a domain without one.',
  ),
  'spf.too-many-lookups': wrong(
    'DNS の参照が上限の 10 回を超え、SPF が無効になります。include を減らしてください。',
    'It needs more than 10 DNS look-ups, which makes it invalid. Use fewer includes.',
  ),
  'spf.unsure': unknown,
  'dmarc.ok': ok('DMARC ポリシーが有効です。', 'A DMARC policy is in force.'),
  'dmarc.monitoring': advice(
    'DMARC は監視のみ (p=none) です。レポートを確認したうえで quarantine か reject への変更をお勧めします。',
    'DMARC only watches (p=none). Once the reports look right, move on to quarantine or reject.',
  ),
  'dmarc.none': wrong(
    'DMARC レコードがありません。主要なメールサービスや携帯電話会社が要求しています。',
    'There is no DMARC record. Large mailbox providers and mobile carriers ask for one.',
  ),
  'dmarc.unsure': unknown,
  'return-path.ok': ok(
    'エラーメールの受け取り先が登録されています。',
    'Bounces have a place to come back to.',
  ),
  'return-path.missing': wrong(
    '当サービス側の MX レコードが見つかりません。運営者にお問い合わせください。',
    'The MX record on our side is missing. Ask the operator.',
  ),
  'return-path.unsure': unknown,
  'return-path-spf.ok': ok(
    '当サービスの送信元ドメインの SPF は正常です。',
    'The SPF record of our return path is in order.',
  ),
  'return-path-spf.wrong': wrong(
    '当サービス側の SPF レコードに問題があります。運営者にお問い合わせください。',
    'The SPF record on our side is not in order. Ask the operator.',
  ),
  'return-path-spf.unsure': unknown,
};
