import { digits, text } from '../zengin/layout.js';
import type { Layout } from '../zengin/layout.js';

/** 総合振込, 種別 21: records of 120 bytes. */
export const refundHeader = [
  digits('recordType', 1),
  digits('kind', 2),
  digits('codeDivision', 1),
  digits('ordererCode', 10),
  text('ordererName', 40),
  digits('payDay', 4),
  digits('bankNumber', 4),
  text('bankName', 15),
  digits('branchNumber', 3),
  text('branchName', 15),
  digits('accountType', 1),
  digits('accountNumber', 7),
  text('filler', 17),
] as const satisfies Layout;

/** Names the account that the money goes to. */
export const refundData = [
  digits('recordType', 1),
  digits('bankNumber', 4),
  text('bankName', 15),
  digits('branchNumber', 3),
  text('branchName', 15),
  text('clearingNumber', 4),
  digits('accountType', 1),
  digits('accountNumber', 7),
  text('payeeName', 30),
  digits('amount', 10),
  digits('newCode', 1),
  text('customerCode1', 10),
  text('customerCode2', 10),
  text('transferKind', 1),
  text('identification', 1),
  text('filler', 7),
] as const satisfies Layout;

export const refundTrailer = [
  digits('recordType', 1),
  digits('count', 6),
  digits('amount', 12),
  text('filler', 101),
] as const satisfies Layout;

export const refundEnd = [digits('recordType', 1), text('filler', 119)] as const satisfies Layout;
