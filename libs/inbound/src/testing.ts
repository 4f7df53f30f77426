import { bouncesParts } from '#lib/bounces/testing';
import { SubscribersHttpModule, subscribersPages } from '#lib/subscribers/http';
import { SupportModule } from '#lib/support';
import { SupportHttpModule } from '#lib/support/http';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { InboundHttpModule } from './http.js';
import { InboundModule } from './inbound.module.js';
import { inboundJobs } from './jobs.js';

/** What `startApp` needs for inbound and everything below; spread it and add your own. */
export const inboundParts: {
  readonly modules: Type[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  ...bouncesParts,
  modules: [
    ...bouncesParts.modules,
    SubscribersHttpModule,
    SupportModule,
    SupportHttpModule,
    InboundModule,
    InboundHttpModule,
  ],
  pages: [...bouncesParts.pages, subscribersPages],
  jobs: [...bouncesParts.jobs, inboundJobs],
};

interface HandedOver {
  /** MAIL FROM; empty for reports. */
  readonly from?: string;
  readonly to: string | string[];
  readonly raw: Uint8Array;
}

/** Hands a message to an SMTP server as another mail system would. @throws nodemailer's error when it is refused */
export const handOver = async (
  port: number,
  { from = '', to, raw }: HandedOver,
): Promise<string> => {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false });
  try {
    const { response } = await transport.sendMail({
      envelope: { from, to },
      raw: Buffer.from(raw),
    });
    return response;
  } finally {
    transport.close();
  }
};
