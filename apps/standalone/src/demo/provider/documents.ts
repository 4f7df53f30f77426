export interface DemoDocument {
  readonly slug: string;
  readonly kind: 'terms' | 'policy';
  readonly title: { readonly ja: string; readonly en: string };
  readonly noun: string;
  readonly body: string;
}

const terms: DemoDocument = {
  slug: 'service-terms',
  kind: 'terms',
  title: { ja: '飛脚 利用規約', en: 'Hikyaku terms of use' },
  noun: '規約',
  body: `# 飛脚 利用規約

## 第1条（目的）

この規約は、当社がお客様に提供するメール配信サービス「飛脚」の利用の条件を定めます。

## 第2条（読者の登録）

読者は、本人が登録フォームから申し込み、確認メールに応じることによってのみ登録されます。

## 第3条（料金）

1. 料金は、料金表と、その月に同時に登録されていたメールアドレスの最大数によって決まります。
2. 基本利用料金は前月の27日までに、差額は翌月以降の請求書によりお支払いいただきます。

## 第4条（最低利用期間と解約）

1. 最低利用期間は、利用開始日から6か月が経過する日の属する月の末日までとします。
2. 最低利用期間の後は、通知が到達した月の末日に契約が終了します。

## 第5条（禁止事項）

同意のない相手への送信、虚偽の送信者名の表示その他の法令に反する利用を禁じます。

## 第6条（問い合わせ窓口）

お問い合わせは、当社が公表する窓口で受け付けます。
`,
};

const privacy: DemoDocument = {
  slug: 'privacy-policy',
  kind: 'policy',
  title: { ja: '飛脚 個人情報保護方針', en: 'Hikyaku privacy policy' },
  noun: '方針',
  body: `# 飛脚 個人情報保護方針

## 第1条（預かる情報）

当社は、お客様の連絡先と、お客様に代わって読者のメールアドレスおよび登録項目をお預かりします。

## 第2条（利用目的）

お預かりした情報は、メールの配信、料金の請求およびお問い合わせへの回答にのみ利用します。

## 第3条（保存と消去）

読者の情報は配信の停止または契約の終了の後すみやかに消去します。法令で保存が定められた書類は、その期間保存します。

## 第4条（安全管理）

通信を暗号化し、権限のある者だけが必要な範囲で情報を扱い、その記録を残します。

## 第5条（開示等の請求）

開示、訂正、利用停止などのご請求は、お問い合わせ窓口で承ります。
`,
};

export const demoDocuments: readonly DemoDocument[] = [terms, privacy];
