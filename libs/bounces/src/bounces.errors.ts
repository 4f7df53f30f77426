import { defineErrors } from '#lib/kernel';

export const bouncesErrors = defineErrors({
  badPeriod: {
    kind: 'invalid',
    code: 'bounces.bad-period',
    ja: '期間の始まりは終わりより前にし、長さは{days}日までにしてください。',
    en: 'The period must begin before it ends and last at most {days} days.',
  },
});
