import type { TestClient } from '#lib/accounts/testing';

/** A bank as operators set it up. */
export const bankProfileBody = {
  name: 'みずほ（口座振替）',
  collector: {
    code: '1234567890',
    name: '株式会社ウィーエムサンプル',
    bankNumber: '0001',
    bankName: 'ミズホ',
    branchNumber: '001',
    branchName: 'トウキョウ',
    accountType: '1',
    accountNumber: '7654321',
  },
  leadBusinessDays: 7,
  closesAtMinute: 960,
  lineEnd: 'crlf',
  resultPlace: '0',
  headerNamesAccount: true,
  extraCharacters: '',
  year: 'reiwa',
  csv: { headLines: 1, bookedOn: 1, amount: 3, payerName: 2, dates: 'western' },
};

/** Sets up a bank. Gives its id. */
export const aBank = async (operator: TestClient, name = 'みずほ（口座振替）'): Promise<string> => {
  const answer = await operator.post('/api/v1/operator/bank-profiles', {
    ...bankProfileBody,
    name,
  });
  if (answer.status !== 201) throw new Error(`Answered with ${answer.status}`);
  return (answer.body as { id: string }).id;
};

/** The form of a mandate as it came in on paper. */
export const mandateForm = {
  fileNumber: 'K-2026-0001',
  receivedOn: '2026-04-01',
  bankNumber: '5',
  bankName: 'ミツビシUFJ',
  branchNumber: '123',
  branchName: '',
  accountType: '1',
  accountNumber: '12345',
  holderName: 'ヤマダ　タロウ',
};
