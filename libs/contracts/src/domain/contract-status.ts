export const contractStatuses = ['active', 'suspended', 'terminated'] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** What a contract was at one instant. */
export interface ContractState {
  readonly status: ContractStatus;
  /** 00:00 of the service start date in Japan. */
  readonly serviceStartsAt: Date;
}

/** Whether mail may leave then. No contract, no mail. @clause W5.1 */
export const maySendUnder = (contract: ContractState | undefined, at: Date): boolean =>
  contract?.status === 'active' && contract.serviceStartsAt <= at;

/** Whether sign-up forms are open then: a suspended tenant's are closed too. Unsubscribing always works. */
export const isServedUnder = (contract: ContractState | undefined, at: Date): boolean =>
  maySendUnder(contract, at);
