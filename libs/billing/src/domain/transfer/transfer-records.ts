import { digits, text } from '../zengin/layout.js';
import type { Layout } from '../zengin/layout.js';

/** 振込入金通知, 種別 01: records of 200 bytes. What banks leave blank is read as text. */
export const transferRecordLength = 200;

export const transferHeader = [
  digits('recordType', 1),
  digits('kind', 2),
  digits('codeDivision', 1),
  digits('madeOn', 6),
  digits('bookedFrom', 6),
  digits('bookedTo', 6),
  digits('bankNumber', 4),
  text('bankName', 15),
  digits('branchNumber', 3),
  text('branchName', 15),
  digits('accountType', 1),
  digits('accountNumber', 7),
  text('accountName', 40),
  text('filler', 93),
] as const satisfies Layout;

export const transferData = [
  digits('recordType', 1),
  text('inquiryNumber', 6),
  digits('bookedOn', 6),
  text('valueDate', 6),
  digits('amount', 10),
  text('otherBranchCheques', 10),
  text('payerCode', 10),
  text('payerName', 48),
  text('bankName', 15),
  text('branchName', 15),
  text('reversal', 1),
  text('edi', 20),
  text('filler', 52),
] as const satisfies Layout;

export const transferTrailer = [
  digits('recordType', 1),
  digits('count', 6),
  digits('amount', 12),
  text('reversedCount', 6),
  text('reversedAmount', 12),
  text('filler', 163),
] as const satisfies Layout;

export const transferEnd = [digits('recordType', 1), text('filler', 199)] as const satisfies Layout;
