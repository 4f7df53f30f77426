import { Choice, Flag, Nested, Text, Whole } from '#platform/http';
import type { ShowPaymentMethod } from '../use-cases/show-payment-method.js';
import { MandateView, mandateView } from './mandates.dto.js';

class TransferAccountView {
  @Text() name!: string;
  @Text() bankName!: string;
  @Text() bankNumber!: string;
  @Text() branchName!: string;
  @Text() branchNumber!: string;
  @Choice(['1', '2', '3', '9'], { about: '1 普通, 2 当座, 3 納税準備, 9 その他' })
  accountType!: string;
  @Text() accountNumber!: string;
  @Flag({ about: '振込専用口座: the account of this tenant alone' }) own!: boolean;
}

export class PaymentMethodView {
  @Choice(['direct-debit', 'bank-transfer']) method!: string;
  @Nested(() => MandateView, { nullable: true }) mandate!: MandateView | null;
  @Whole({ about: 'Yen paid beyond what is owed; taken for the next invoice' }) creditYen!: number;
  @Nested(() => TransferAccountView, { nullable: true, about: 'Where transfers go to' })
  transferTo!: TransferAccountView | null;
}

export const paymentMethodView = (
  payment: Awaited<ReturnType<ShowPaymentMethod['execute']>>,
): PaymentMethodView => {
  const { method, mandate, credit, transferTo, isOwnAccount } = payment;
  return {
    method,
    mandate: mandate ? mandateView(mandate) : null,
    creditYen: credit,
    transferTo: transferTo
      ? {
          name: transferTo.holderName,
          bankName: transferTo.bankName,
          bankNumber: transferTo.bankNumber,
          branchName: transferTo.branchName,
          branchNumber: transferTo.branchNumber,
          accountType: transferTo.accountType,
          accountNumber: transferTo.accountNumber,
          own: isOwnAccount,
        }
      : null,
  };
};
