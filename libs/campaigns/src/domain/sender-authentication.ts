import { advice, problem } from './finding.js';
import type { Finding } from './finding.js';

/** How mails from the From domain prove where they come from, as delivery tells it. */
export type SenderAuthentication = 'verified' | 'platform' | 'unverified' | 'undeclared' | 'none';

/** Whoever has declared domains writes from one that is verified; whoever has none is advised to. */
export const authenticationFindings = (authentication: SenderAuthentication): Finding[] => {
  switch (authentication) {
    case 'verified':
    case 'platform':
      return [];
    case 'unverified':
      return [
        problem(
          'sender.domain-unverified',
          'sender',
          '差出人アドレスのドメインがまだ確認されていません。送信ドメインの画面で DNS レコードを登録し、確認してください。',
          'The domain of the From address is not verified. Publish its DNS records and check it under sending domains.',
        ),
      ];
    case 'undeclared':
      return [
        problem(
          'sender.domain-undeclared',
          'sender',
          '差出人アドレスのドメインが送信ドメインに登録されていません。登録するか、確認済みのドメインを使ってください。',
          'The domain of the From address is not among your sending domains. Declare it, or write from a verified one.',
        ),
      ];
    case 'none':
      return [
        advice(
          'sender.domain-not-signed',
          'sender',
          '差出人アドレスのドメインによる署名 (DKIM) がありません。送信ドメインを登録すると迷惑メールと判定されにくくなります。',
          'Mails are not signed by the domain of the From address (DKIM). Declare a sending domain so that fewer are taken for spam.',
        ),
      ];
  }
};
