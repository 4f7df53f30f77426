import { Choice, Flag, Instant, Nested, NestedList, Text } from '#platform/http';
import { windowNames } from '../store/desk.store.js';
import type { ContactWindow } from '../store/desk.store.js';
import type { Desk, MailDesks } from '../use-cases/keep-desk.js';

export class WindowTitleDto {
  @Text() ja!: string;
  @Text() en!: string;
}

export class ContactWindowDto {
  @Nested(() => WindowTitleDto) title!: WindowTitleDto;
  @Text({ nullable: true, max: 40 }) phone!: string | null;
  @Text({ nullable: true, max: 40 }) fax!: string | null;
  @Text({ nullable: true, max: 254 }) mailAddress!: string | null;
  @Text({ nullable: true, max: 500 }) url!: string | null;
}

export class ContactWindowView extends ContactWindowDto {
  @Choice(windowNames) name!: string;
}

export class ClosingDayDto {
  @Text({ min: 10, max: 10, example: '2026-08-13' }) day!: string;
  @Text({ max: 60, example: '夏季休業' }) name!: string;
}

export class DeskView {
  @NestedList(() => ContactWindowView) windows!: ContactWindowView[];
  @NestedList(() => ClosingDayDto, { max: 1_000 }) closingDays!: ClosingDayDto[];
  @Flag({ about: 'Somebody answers now: 9–12 and 13–18 in Japan on working days' })
  isOpen!: boolean;
  @Instant({ nullable: true, about: 'Now while open' }) opensAt!: string | null;
  @Text({ about: 'Mail to it is a question; a tenant has its own' }) supportAddress!: string;
  @Text({ about: 'Mail to it is a notice under the contract; a tenant has its own' })
  noticeAddress!: string;
}

const windowView = (w: ContactWindow): ContactWindowView => ({ ...w, title: { ...w.title } });

export const deskView = (
  { windows, closingDays, isOpen, opensAt }: Desk,
  { supportAddress, noticeAddress }: MailDesks,
): DeskView => ({
  windows: windows.map(windowView),
  closingDays: closingDays.map(({ day, name }) => ({ day, name })),
  isOpen,
  opensAt: opensAt?.toISOString() ?? null,
  supportAddress,
  noticeAddress,
});
