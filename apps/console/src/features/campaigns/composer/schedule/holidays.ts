import { useQuery } from '@tanstack/react-query';

export interface Holiday {
  readonly name: string;
  readonly name_en: string;
}

/** The public holidays of Japan by day, `2026-01-01`; a table that is fetched when a calendar is first shown. */
export const useHolidays = (): Readonly<Record<string, Holiday>> =>
  useQuery({
    queryKey: ['holidays'],
    queryFn: async (): Promise<Readonly<Record<string, Holiday>>> => {
      const { default: holidays } = await import('@holiday-jp/holiday_jp/lib/holidays.js');
      return holidays;
    },
    staleTime: Infinity,
  }).data ?? {};
