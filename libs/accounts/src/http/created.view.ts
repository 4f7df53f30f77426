import { Uuid } from '#platform/http';

/** The id of what was made. */
export class CreatedView {
  @Uuid() id!: string;
}
