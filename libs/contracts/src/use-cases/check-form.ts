import { PlainDate, emailAddress, jstDate, parseEmailAddress } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { ApplicationForm } from '../domain/application.js';
import type { Offer } from '../domain/catalogue.js';
import { looksLikeMobileAddress } from '../domain/start-gate.js';
import { badTermRules, resolveTermRules } from '../domain/term-rules.js';
import type { ResolvedRules } from '../domain/term-rules.js';
import { CatalogueStore } from '../store/catalogue.store.js';

/** Looks at a form: whether what it asks for is to be had, and by which rules. In the system's transactions. */
@Injectable()
export class CheckForm {
  constructor(private readonly catalogue: CatalogueStore) {}

  /**
   * The rules the contract will go by, the stronger source first.
   * @clause W5.4
   * @throws BusinessError contracts.unknown-course, contracts.unknown-option, contracts.unknown-offer,
   * contracts.bad-term-rules, contracts.bad-address
   */
  async within(tx: Tx, form: ApplicationForm, appliedAt: Date): Promise<ResolvedRules> {
    const { courseCode, optionCodes, offerCode, formRules, applicant } = form;
    if (badTermRules(formRules).length > 0)
      throw contractsErrors.badTermRules({ field: 'formRules' });
    checkAddress(applicant.pcEmail, 'applicant.pcEmail');
    checkAddress(applicant.mobileEmail, 'applicant.mobileEmail');
    const course = await this.catalogue.course(tx, courseCode);
    if (!course.onSale) throw contractsErrors.unknownCourse({ field: 'courseCode' });
    const options = await this.catalogue.options(tx);
    if (!optionCodes.every((code) => options.some((o) => o.code === code && o.onSale)))
      throw contractsErrors.unknownOption({ field: 'optionCodes' });
    const offer = offerCode === null ? undefined : await this.offer(tx, offerCode, appliedAt);
    return resolveTermRules({
      'application-form': formRules,
      campaign: offer?.termRules ?? {},
      course: course.termRules,
    });
  }

  private async offer(tx: Tx, code: string, appliedAt: Date): Promise<Offer> {
    const offer = await this.catalogue.offer(tx, code);
    const day = jstDate(appliedAt);
    if (
      !offer ||
      PlainDate.compare(day, offer.firstDay) < 0 ||
      PlainDate.compare(day, offer.lastDay) > 0
    )
      throw contractsErrors.unknownOffer({ field: 'offerCode' });
    return offer;
  }
}

const checkAddress = (text: string | null, field: string): void => {
  if (text !== null && !parseEmailAddress(text).ok) throw contractsErrors.badAddress({ field });
};

export type AddressWarning = 'carrier-domain';

/** What is amiss with an address for notices, which is taken all the same. @clause W4.1 */
export const warningsOf = (pcEmail: string | null): AddressWarning[] =>
  pcEmail !== null && looksLikeMobileAddress(emailAddress(pcEmail)) ? ['carrier-domain'] : [];
