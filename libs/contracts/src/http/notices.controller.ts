import { CurrentTenant, ForTenant, IdParam } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Inbox } from '#lib/notices';
import { Database } from '#platform/database';
import { ListQuery, decodeCursor, pageOf } from '#platform/http';
import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { NoticeListView, WholeNoticeView, noticeView, wholeNoticeView } from './notices.dto.js';
import { OrdinalPipe } from './ordinal.pipe.js';

/** The inbox of the portal: whatever the tenant was told, by whichever way. @clause W22.1 */
@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
  ) {}

  @Get()
  @ForTenant('notices.read')
  @ApiOperation({ summary: 'Notices to the tenant, newest first' })
  @ApiOkResponse({ type: NoticeListView })
  list(
    @CurrentTenant() tenantId: TenantId,
    @Query() { size, cursor }: ListQuery,
  ): Promise<NoticeListView> {
    const from = cursor === undefined ? undefined : decodeCursor(cursor);
    return this.database.inTenant(tenantId, async (tx) => {
      const rows = await this.inbox.list(tx, tenantId, size + 1, from);
      const { items, nextCursor } = pageOf(rows, size, ({ postedAt, id }) => ({
        sort: postedAt.toISOString(),
        id,
      }));
      const unread = await this.inbox.unread(tx, tenantId);
      return { items: items.map(noticeView), nextCursor, unread };
    });
  }

  @Get(':noticeId')
  @ForTenant('notices.read')
  @ApiOperation({ summary: 'One notice with its text' })
  @ApiOkResponse({ type: WholeNoticeView })
  show(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('noticeId') id: string,
  ): Promise<WholeNoticeView> {
    return this.database.inTenant(tenantId, async (tx) =>
      wholeNoticeView(await this.inbox.get(tx, tenantId, id)),
    );
  }

  @Post(':noticeId/read')
  @HttpCode(204)
  @ForTenant('notices.read')
  @ApiOperation({ summary: 'Mark as read' })
  @ApiNoContentResponse()
  async read(@CurrentTenant() tenantId: TenantId, @IdParam('noticeId') id: string): Promise<void> {
    await this.database.inTenant(tenantId, (tx) => this.inbox.markRead(tx, tenantId, id));
  }

  @Get(':noticeId/documents/:number')
  @ForTenant('notices.read')
  @ApiParam({ name: 'number', type: Number })
  @ApiOperation({ summary: 'A document of a notice, as a file' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(
    @CurrentTenant() tenantId: TenantId,
    @IdParam('noticeId') id: string,
    @Param('number', new OrdinalPipe()) number: number,
  ): Promise<StreamableFile> {
    const { name, type, content } = await this.database.inTenant(tenantId, (tx) =>
      this.inbox.document(tx, tenantId, id, number),
    );
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new StreamableFile(content, { type, disposition });
  }
}
