import { YearMonth, addBusinessDays, businessDayOnOrAfter, startOfJstDay } from '#lib/kernel';
import { PlainDate } from '#lib/kernel';

/** How early the bank or its agent wants the file. */
export interface DebitSchedule {
  /** Business days between the file and the debit: 2–4 at one's own bank, 7 or 9 nation-wide. */
  readonly leadBusinessDays: number;
  /** Minutes after 00:00 JST at which the agent closes on the last day. */
  readonly closesAtMinute: number;
}

/** @decision D-03 */
const issueDayOfMonth = 11;
/** The debit day of the scheme; a closed day moves it on. */
const debitDayOfMonth = 27;

/** The days of one month's billing run. */
export interface RunDates {
  readonly month: YearMonth;
  /** Invoices are issued at 00:00 of it. */
  readonly issueDay: PlainDate;
  /** True where holidays draw the file's deadline before the 11th, so that invoices are issued earlier. */
  readonly advanced: boolean;
  /** The last day for the debit file. */
  readonly fileBy: PlainDate;
  /** From this instant on the agent takes no file. */
  readonly fileClosesAt: Date;
  /** The day of the debit, and the due date of what is paid by transfer instead. */
  readonly dueDate: PlainDate;
}

/**
 * The 27th, or the next day on which banks are open, even if that is in the next month: 27 February 2027 becomes
 * 1 March.
 * @clause W6.1
 */
export const debitDay = (month: YearMonth): PlainDate =>
  businessDayOnOrAfter(month.toPlainDate({ day: debitDayOfMonth }));

/** The day on which a month is invoiced ahead; the 11th of the one before where no bank says otherwise. @decision D-03 */
export const billedAheadOn = (month: YearMonth, schedule: DebitSchedule | undefined): PlainDate => {
  const before = month.subtract({ months: 1 });
  return schedule
    ? runDates(before, schedule).issueDay
    : before.toPlainDate({ day: issueDayOfMonth });
};

/** @clause W6.1 */
export const runDates = (month: YearMonth, schedule: DebitSchedule): RunDates => {
  const dueDate = debitDay(month);
  const fileBy = addBusinessDays(dueDate, -schedule.leadBusinessDays);
  const usual = month.toPlainDate({ day: issueDayOfMonth });
  const advanced = PlainDate.compare(fileBy, usual) < 0;
  return {
    month,
    issueDay: advanced ? fileBy : usual,
    advanced,
    fileBy,
    fileClosesAt: new Date(startOfJstDay(fileBy).getTime() + schedule.closesAtMinute * 60_000),
    dueDate,
  };
};

/**
 * When an invoice is collected: with its run, or with the first one after it whose file is still open when a run is
 * late. The final invoice goes with the month after the last.
 * @clause W6.1, W14.3, W15.2
 */
export const collectionDates = (
  runMonth: YearMonth,
  issuedOn: PlainDate,
  schedule: DebitSchedule,
): Pick<RunDates, 'fileBy' | 'dueDate'> => {
  const dates = runDates(runMonth, schedule);
  return PlainDate.compare(issuedOn, dates.fileBy) <= 0
    ? dates
    : collectionDates(runMonth.add({ months: 1 }), issuedOn, schedule);
};

/**
 * The runs of a year. None of them issues an invoice after the file that collects it is closed.
 * @clause W6.1
 * @throws RangeError outside 1970–2050, for which there is no table of holidays
 */
export const calendarOfYear = (year: number, schedule: DebitSchedule): RunDates[] =>
  Array.from({ length: 12 }, (_, i) => runDates(YearMonth.from({ year, month: i + 1 }), schedule));
