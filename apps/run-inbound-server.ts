import { InboundServer } from '#lib/inbound';
import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';

/** Ties the SMTP server to the life of the process. */
@Injectable()
export class RunInboundServer implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly server: InboundServer) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.server.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.server.stop();
  }
}
