import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Where hosts are, as this machine knows: its own list of hosts, then the DNS. */
@Injectable()
export class HostNames {
  /** At least one. @throws when the name is unknown, or nobody answers */
  addresses(hostname: string): Promise<LookupAddress[]> {
    return lookup(hostname, { all: true });
  }
}
