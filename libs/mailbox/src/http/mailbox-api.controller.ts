import { Controller, Delete, Get, Header, HttpCode, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Mailbox } from '../mailbox.js';
import type { OpenedMessage } from '../opened-message.js';
import type { ReceivedMessage } from '../store/message-store.js';
import { OpenToAnybody } from './access.js';
import { MessageListQuery } from './message-list.dto.js';

/** The mailbox for programs, tests above all. */
@OpenToAnybody()
@ApiExcludeController()
@Controller('mailbox/api/messages')
export class MailboxApiController {
  constructor(private readonly mailbox: Mailbox) {}

  /** Newest first. */
  @Get()
  list(@Query() { to, limit = 100, skip = 0 }: MessageListQuery): {
    total: number;
    items: ReceivedMessage[];
  } {
    const found = this.mailbox.find({ to });
    return { total: found.length, items: found.slice(skip, skip + limit) };
  }

  @Get(':id')
  async show(
    @Param('id') id: string,
  ): Promise<{ envelope: ReceivedMessage; message: OpenedMessage }> {
    return { envelope: this.mailbox.get(id), message: await this.mailbox.open(id) };
  }

  /** As it came, octet by octet. */
  @Get(':id/raw')
  @Header('Cache-Control', 'no-store')
  async raw(@Param('id') id: string, @Res() response: Response): Promise<void> {
    response.type('text/plain; charset=utf-8').send(await this.mailbox.read(id));
  }

  @Delete()
  @HttpCode(204)
  async clear(): Promise<void> {
    await this.mailbox.clear();
  }
}
