import { StreamableFile } from '@nestjs/common';

type FileOptions = ConstructorParameters<typeof StreamableFile>[1];

/**
 * A file that operators fetch by an id of its own. A file shows nobody whose data it holds, so that it has to say it
 * beside: the look is noted for these tenants before the first byte leaves. @clause P4-8, §4.3
 */
export class FileOfTenants extends StreamableFile {
  constructor(
    /** Empty for what belongs to no tenant. */
    readonly tenantIds: readonly string[],
    content: Uint8Array,
    options?: FileOptions,
  ) {
    super(content, options);
  }
}
