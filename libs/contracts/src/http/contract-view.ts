import type { ChangeRequest } from '../store/course-changes.store.js';
import type { DetailsChange } from '../store/details-changes.store.js';
import type { WholeContract } from '../use-cases/read-contract.js';
import type { ChangeRequestView, ContractView, DetailsChangeView } from './contract.view.js';

const text = (value: { toString(): string } | null): string | null => value?.toString() ?? null;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const contractView = (whole: WholeContract): ContractView => {
  const { contract, term } = whole;
  return {
    id: contract.id,
    status: contract.stage,
    ending: contract.endDate !== null && contract.endedAt === null,
    appliedAt: contract.appliedAt.toISOString(),
    termsVersion: contract.termsVersion,
    serviceStartDate: text(contract.serviceStartDate),
    legalLastDay: text(term?.legalLastDay ?? null),
    minimumTermEnd: text(term?.end ?? null),
    noticeBefore: iso(term?.noticeBefore ?? null),
    endDate: text(contract.endDate),
    endReason: contract.endReason,
    eraseServiceDataBy: text(contract.eraseServiceDataBy),
    courses: whole.courses.map(({ courseCode, from }) => ({ courseCode, from: from.toString() })),
    options: whole.options.map(({ optionCode, from, until }) => ({
      optionCode,
      from: from.toString(),
      until: text(until),
    })),
    billTo: { ...contract.billTo },
    suspensions: whole.suspensions.map(({ from, until, reason, resumptionAskedAt }) => ({
      from: from.toISOString(),
      until: iso(until),
      reason,
      resumptionAskedAt: iso(resumptionAskedAt),
    })),
    throttle: whole.throttle && {
      mailsPerHour: whole.throttle.mailsPerHour,
      reason: whole.throttle.reason,
      from: whole.throttle.from.toISOString(),
      until: iso(whole.throttle.until),
    },
    interruptions: whole.interruptions.map(
      ({ reason, sending, forms, from, until, announcement }) => ({
        reason,
        sending,
        forms,
        from: from.toISOString(),
        until: iso(until),
        announcement,
      }),
    ),
    endNotices: whole.endNotices.map((notice) => ({
      id: notice.id,
      from: notice.from,
      channel: notice.channel,
      arrivedAt: iso(notice.arrivedAt),
      lastMonthOfUse: text(notice.lastMonthOfUse),
      reason: notice.reason,
      withdrawalAskedAt: iso(notice.withdrawalAskedAt),
      withdrawnAt: iso(notice.withdrawnAt),
    })),
    changeRequests: whole.changeRequests.map(changeRequestView),
    detailsChanges: whole.detailsChanges.map(detailsChangeView),
    timeline: whole.timeline.map(({ on, ...entry }) => ({ on: on.toString(), ...entry })),
    can: askable(whole),
    history: whole.history.map(({ stage, event, at, actorKind, reason }) => ({
      status: stage,
      event,
      at: at.toISOString(),
      by: actorKind,
      reason,
    })),
  };
};

const askable = (whole: WholeContract): ContractView['can'] => {
  const { stage } = whole.contract;
  const isServed = stage === 'active' || stage === 'suspended';
  return {
    giveNotice: whole.mayGiveNotice,
    changeCourse: whole.earliestChange !== null,
    earliestChange: text(whole.earliestChange),
    changeDetails:
      isServed || stage === 'start-notified' || stage === 'ready' || stage === 'applied',
    resume: whole.mayAskForResumption,
    resumeUntil: text(whole.lastResumableDay),
  };
};

export const changeRequestView = (request: ChangeRequest): ChangeRequestView => ({
  id: request.id,
  state: request.state,
  channel: request.channel,
  arrivedAt: request.arrivedAt.toISOString(),
  desiredMonth: request.desiredMonth.toString(),
  fromMonth: request.fromMonth.toString(),
  courseCode: request.courseCode,
  addOptions: [...request.addOptions],
  dropOptions: [...request.dropOptions],
  reason: request.reason,
});

export const detailsChangeView = (change: DetailsChange): DetailsChangeView => ({
  id: change.id,
  state: change.state,
  changed: Object.keys(change.changes),
  plannedDate: change.plannedDate.toString(),
  arrivedAt: change.arrivedAt.toISOString(),
  late: change.late,
  reason: change.reason,
});
