import { InitialPayment } from '#lib/contracts';
import { addYen, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from './billing.errors.js';
import { advanceInvoice } from './domain/invoice/advance-invoice.js';
import type { OpenInvoice } from './domain/invoice/allocation.js';
import type { InvoiceEffect, InvoiceEvent, InvoiceNeed } from './domain/invoice/invoice-moves.js';
import { invoiceVoidV1 } from './notices/invoice-void.v1.js';
import type { Invoice } from './store/invoice.row.js';
import { InvoicesStore } from './store/invoices.store.js';
import { SettledMonthsStore } from './store/settled-months.store.js';
import { TellPayer } from './tell-payer.js';

interface Move {
  readonly at: Date;
  /** The conditions that hold. */
  readonly met?: readonly InvoiceNeed[];
  readonly reason?: string;
  /** Of a void: another invoice takes its place, and what it had settled with it. */
  readonly replaced?: boolean;
}

export interface Moved {
  readonly invoice: Invoice;
  readonly effects: readonly InvoiceEffect[];
}

/** The only way to an invoice's state. Each move locks its invoice and follows the table of moves. */
@Injectable()
export class InvoiceBook {
  constructor(
    private readonly invoices: InvoicesStore,
    private readonly settled: SettledMonthsStore,
    private readonly initialPayment: InitialPayment,
    private readonly tellPayer: TellPayer,
  ) {}

  /** @throws BusinessError billing.invoice-not-found */
  async get(tx: Tx, tenantId: TenantId, id: string): Promise<Invoice> {
    return found(await this.invoices.find(tx, tenantId, id));
  }

  /** The same, locked until the transaction ends. @throws BusinessError as `get` */
  async hold(tx: Tx, tenantId: TenantId, id: string): Promise<Invoice> {
    return found(await this.invoices.find(tx, tenantId, id, true));
  }

  /** Invoices on which money is owed, locked until the transaction ends, those in a debit file too. */
  async owed(tx: Tx, tenantId: TenantId): Promise<Invoice[]> {
    return this.invoices.owed(tx, tenantId);
  }

  /** What a payment may be allocated to: everything owed but what a debit is collecting. */
  async open(tx: Tx, tenantId: TenantId): Promise<OpenInvoice[]> {
    const owed = await this.invoices.owed(tx, tenantId);
    return owed
      .filter(({ state }) => state !== 'collecting')
      .map((invoice) => ({
        id: invoice.id,
        number: invoice.number,
        dueDate: invoice.dueDate,
        open: openAmount(invoice),
      }));
  }

  /**
   * Takes an event. A debit that succeeded pays all that was owed; a void is told, and opens the months again that the
   * invoice had settled, and its charges wait for the next one.
   * @throws BusinessError billing.invoice-not-found, billing.impossible-move, billing.unmet-conditions
   */
  async move(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    event: InvoiceEvent,
    { at, met = [], reason, replaced = false }: Move,
  ): Promise<Moved> {
    const invoice = await this.hold(tx, tenantId, id);
    const decision = decide(invoice, event, met);
    const isPaid = event === 'debit-succeeded' && decision.to === 'paid';
    const isVoid = event === 'void';
    const moved: Invoice = {
      ...invoice,
      state: decision.to,
      paid: isPaid ? invoice.total : invoice.paid,
      paidAt: isPaid ? at : invoice.paidAt,
      voidAt: isVoid ? at : invoice.voidAt,
      reason: reason ?? invoice.reason,
    };
    await this.invoices.update(tx, tenantId, id, moved);
    if (isVoid && !replaced) {
      await this.settled.reopen(tx, tenantId, id);
      await this.tellPayer.within(tx, tenantId, invoiceVoidV1, () => moved);
    }
    if (isPaid) await this.tellStart(tx, moved, at);
    return { invoice: moved, effects: decision.effects };
  }

  /** Remembers what a credit note takes off. @throws BusinessError as `move` */
  async credit(tx: Tx, tenantId: TenantId, id: string, amount: Yen): Promise<Invoice> {
    const invoice = await this.hold(tx, tenantId, id);
    decide(invoice, 'credit', ['two-persons']);
    const moved = { ...invoice, credited: addYen(invoice.credited, amount) };
    await this.invoices.update(tx, tenantId, id, moved);
    return moved;
  }

  /**
   * Puts money on an invoice, at most what is open.
   * @throws BusinessError billing.invoice-not-found, billing.impossible-move
   */
  async settle(tx: Tx, tenantId: TenantId, id: string, amount: Yen, at: Date): Promise<Moved> {
    const invoice = await this.hold(tx, tenantId, id);
    if (amount <= 0 || amount > openAmount(invoice)) throw billingErrors.badAmount();
    const paid = addYen(invoice.paid, amount);
    const full = paid === invoice.total;
    const decision = decide(invoice, full ? 'pay-in-full' : 'pay-in-part', []);
    const moved = { ...invoice, state: decision.to, paid, paidAt: full ? at : null };
    await this.invoices.update(tx, tenantId, id, moved);
    if (full) await this.tellStart(tx, moved, at);
    return { invoice: moved, effects: decision.effects };
  }

  /**
   * Takes money off an invoice again, at most what was paid: the bank reversed a transfer, or it was another tenant's.
   * @throws BusinessError billing.invoice-not-found, billing.impossible-move
   */
  async takeBack(tx: Tx, tenantId: TenantId, id: string, amount: Yen): Promise<Moved> {
    const invoice = await this.hold(tx, tenantId, id);
    if (amount <= 0 || amount > invoice.paid) throw billingErrors.badAmount();
    const paid = yen(invoice.paid - amount);
    const decision = decide(invoice, paid === 0 ? 'reverse-in-full' : 'reverse-in-part', []);
    const moved = { ...invoice, state: decision.to, paid, paidAt: null };
    await this.invoices.update(tx, tenantId, id, moved);
    return { invoice: moved, effects: decision.effects };
  }

  /** The first invoice is one of the three things that a start waits for. @clause W4.1 */
  private async tellStart(tx: Tx, { kind, tenantId }: Invoice, at: Date): Promise<void> {
    if (kind === 'initial') await this.initialPayment.confirmed(tx, { tenantId, at });
  }
}

/** What is still owed on an invoice. */
export const openAmount = ({ total, paid }: Pick<Invoice, 'total' | 'paid'>): Yen =>
  yen(total - paid);

const found = (invoice: Invoice | undefined): Invoice => {
  if (!invoice) throw billingErrors.invoiceNotFound();
  return invoice;
};

const decide = (
  { state }: Invoice,
  event: InvoiceEvent,
  met: readonly InvoiceNeed[],
): Exclude<ReturnType<typeof advanceInvoice>, { refused: unknown }> => {
  const decision = advanceInvoice(state, event, new Set(met));
  if (!('refused' in decision)) return decision;
  if (decision.refused === 'impossible')
    throw billingErrors.impossibleMove({ params: { state, event } });
  throw billingErrors.unmetConditions({ params: { event, conditions: decision.unmet.join(' ') } });
};
