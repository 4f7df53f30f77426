import { AnyObject, NestedList, Text, Uuid, Whole } from '#platform/http';
import type { Segment } from '../domain/segment.js';

export class SegmentDto {
  @Text({ max: 100 })
  name!: string;

  @AnyObject({ about: 'As the condition of a target' })
  condition!: object;
}

export class SegmentView {
  @Uuid()
  id!: string;

  @Whole()
  version!: number;

  @Text()
  name!: string;

  @AnyObject()
  condition!: object;
}

export class SegmentPageView {
  @NestedList(() => SegmentView)
  items!: SegmentView[];

  @Text({ nullable: true })
  nextCursor!: string | null;
}

export const segmentView = ({ id, version, name, condition }: Segment): SegmentView => ({
  id,
  version,
  name,
  condition,
});
