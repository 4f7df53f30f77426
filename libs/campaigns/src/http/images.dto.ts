import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { imageTypes } from '../store/images.store.js';
import type { HostedImage } from '../use-cases/keep-image.js';

export class ImageQuery {
  @Text({ optional: true, max: 200, about: 'Name of the file' })
  name?: string;
}

export class ImageView {
  @Uuid()
  id!: string;

  @Text({ about: 'For the mail; never changes what it shows' })
  url!: string;

  @Choice(imageTypes)
  type!: string;

  @Whole()
  width!: number;

  @Whole()
  height!: number;

  @Whole({ about: 'Bytes' })
  size!: number;

  @Text()
  name!: string;

  @Instant()
  createdAt!: string;
}

export class ImagesView {
  @NestedList(() => ImageView)
  items!: readonly ImageView[];

  @Text({ nullable: true })
  nextCursor!: string | null;
}

export const imageView = (image: HostedImage): ImageView => ({
  id: image.id,
  url: image.url,
  type: image.type,
  width: image.width,
  height: image.height,
  size: image.size,
  name: image.name,
  createdAt: image.createdAt.toISOString(),
});
