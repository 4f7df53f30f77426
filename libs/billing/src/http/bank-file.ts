import { FileOfTenants } from '#lib/accounts';

/** A file for the bank as a browser saves it: the very bytes, under the name that the bank expects. */
export const bankFile = ({
  fileName,
  bytes,
  tenantIds,
}: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Whose accounts stand in it. */
  readonly tenantIds: readonly string[];
}): FileOfTenants =>
  new FileOfTenants(tenantIds, bytes, {
    type: 'application/octet-stream',
    disposition: `attachment; filename="${fileName}"`,
  });
