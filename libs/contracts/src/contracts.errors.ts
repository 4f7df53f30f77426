import { defineErrors } from '#lib/kernel';

export const contractsErrors = defineErrors({
  notFound: {
    kind: 'not-found',
    code: 'contracts.not-found',
    ja: '有効な契約がありません。',
    en: 'There is no contract in force.',
  },
  alreadyOpen: {
    kind: 'conflict',
    code: 'contracts.already-open',
    ja: '有効な契約がすでにあります。',
    en: 'There is a contract in force already.',
  },
  notActive: {
    kind: 'conflict',
    code: 'contracts.not-active',
    ja: '契約はすでに停止しています。',
    en: 'The contract is suspended already.',
  },
  notSuspended: {
    kind: 'conflict',
    code: 'contracts.not-suspended',
    ja: '契約は停止していません。',
    en: 'The contract is not suspended.',
  },
  badDate: {
    kind: 'invalid',
    code: 'contracts.bad-date',
    ja: '実在する日付を 2026-04-01 の形で指定してください。',
    en: 'Give an existing date in the form 2026-04-01.',
  },
});
