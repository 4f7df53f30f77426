import { digits, text } from '../zengin/layout.js';
import type { Layout } from '../zengin/layout.js';

/** 口座振替, 種別 91: records of 120 bytes. */
export const debitRecordLength = 120;

const headerHead = [
  digits('recordType', 1),
  digits('kind', 2),
  digits('codeDivision', 1),
  digits('collectorCode', 10),
  text('collectorName', 40),
  digits('debitDay', 4),
  digits('bankNumber', 4),
  text('bankName', 15),
  digits('branchNumber', 3),
  text('branchName', 15),
] as const;

/** Names the account that the money comes to. */
export const debitHeader = [
  ...headerHead,
  digits('accountType', 1),
  digits('accountNumber', 7),
  text('filler', 17),
] as const satisfies Layout;

/** For banks that leave positions 96 to 120 empty. */
export const debitHeaderWithoutAccount = [
  ...headerHead,
  text('filler', 25),
] as const satisfies Layout;

/** Names the account that the money comes from. */
export const debitData = [
  digits('recordType', 1),
  digits('bankNumber', 4),
  text('bankName', 15),
  digits('branchNumber', 3),
  text('branchName', 15),
  text('filler1', 4),
  digits('accountType', 1),
  digits('accountNumber', 7),
  text('holderName', 30),
  digits('amount', 10),
  digits('newCode', 1),
  text('customerNumber', 20),
  text('resultCode', 1),
  text('filler2', 8),
] as const satisfies Layout;

export const debitTrailer = [
  digits('recordType', 1),
  digits('count', 6),
  digits('amount', 12),
  digits('settledCount', 6),
  digits('settledAmount', 12),
  digits('failedCount', 6),
  digits('failedAmount', 12),
  text('filler', 65),
] as const satisfies Layout;

export const debitEnd = [digits('recordType', 1), text('filler', 119)] as const satisfies Layout;
