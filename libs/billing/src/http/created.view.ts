import { Uuid } from '#platform/http';

export class CreatedView {
  @Uuid() id!: string;
}
