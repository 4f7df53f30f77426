export { Clock, MovableClock, SystemClock } from './clock.js';
export type { ClockStep } from './clock.js';
export { asTenantId, isId, newId, randomToken } from './ids.js';
export type { TenantId } from './ids.js';
export type { Locale, Texts } from './locale.js';
export { networkOf } from './network-of.js';
export { BusinessError } from './business-error.js';
export type { ErrorDetails, ErrorKind, ErrorParams } from './business-error.js';
export { deadlineAlarm } from './deadline-alarm.js';
export type { DeadlineAlarm } from './deadline-alarm.js';
export { defineErrors } from './define-errors.js';
export type { ErrorDefinition } from './define-errors.js';
export { EmailAddress, emailAddress, parseEmailAddress } from './email-address.js';
export type { AddressReading } from './email-address.js';
export { addressProblemTexts } from './address-problems.js';
export type { AddressProblem } from './address-problems.js';
export { addYen, formatYen, timesYen, yen } from './yen.js';
export type { Yen } from './yen.js';
export {
  PlainDate,
  YearMonth,
  endOfMonth,
  formatDay,
  formatJst,
  formatMonth,
  jstDate,
  jstDateTime,
  jstMonth,
  startOfJstDay,
  startOfJstMonth,
} from './jst.js';
export {
  addBusinessDays,
  businessDayOnOrAfter,
  isBankHoliday,
  isNationalHoliday,
  nextBusinessDay,
} from './business-days.js';
export { dataClasses } from './data-class.js';
export type { DataClass } from './data-class.js';
export { legalLastDay } from './legal-period.js';
export { prohibitedActs } from './prohibited-acts.js';
export type { ProhibitedAct } from './prohibited-acts.js';
export { purposeCodes } from './purpose.js';
export type { Purpose } from './purpose.js';
