import { Flag, Whole } from '#platform/http';

export class ChangeRelayDto {
  @Flag({ optional: true }) enabled?: boolean;

  @Whole({
    optional: true,
    nullable: true,
    min: 1,
    max: 1000,
    about: "Its part of the mails against the other relays' weights; null: as configured",
  })
  weight?: number | null;

  @Whole({
    optional: true,
    nullable: true,
    min: 1,
    max: 100_000,
    about: 'Mails a second; null: as configured',
  })
  perSecond?: number | null;
}

export class DomainPaceDto {
  @Whole({ nullable: true, min: 1, max: 500, about: 'Mails under way at once from one worker' })
  connections!: number | null;

  @Whole({ nullable: true, min: 1, max: 100_000, about: 'Mails a second from all workers' })
  perSecond!: number | null;
}
