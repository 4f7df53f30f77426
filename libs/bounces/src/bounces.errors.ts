import { defineErrors } from '#lib/kernel';

export const bouncesErrors = defineErrors({
  noGate: {
    kind: 'not-found',
    code: 'bounces.no-gate',
    ja: 'この確認待ちは見つかりませんでした。',
    en: 'There is no such campaign waiting to be looked at.',
  },
  gateDecided: {
    kind: 'conflict',
    code: 'bounces.gate-decided',
    ja: 'すでに別の判断が下されています。',
    en: 'It has been decided otherwise already.',
  },
  badPeriod: {
    kind: 'invalid',
    code: 'bounces.bad-period',
    ja: '期間の始まりは終わりより前にし、長さは{days}日までにしてください。',
    en: 'The period must begin before it ends and last at most {days} days.',
  },
});
