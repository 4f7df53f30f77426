import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Choice, Instant, NestedList, Text } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { linkHostKinds } from '../store/link-hosts.store.js';
import type { LinkHost, LinkHostKind } from '../store/link-hosts.store.js';
import { KeepLinkHosts } from '../use-cases/keep-link-hosts.js';

export class LinkHostDto {
  @Choice(linkHostKinds, { about: 'blocked: no mail may link there; shortener: advised against' })
  kind!: LinkHostKind;

  @Text({ min: 0, max: 500, about: 'Why it is on the list' })
  note!: string;
}

export class LinkHostView extends LinkHostDto {
  @Text({ max: 253, example: 'phish.example' }) host!: string;
  @Instant() addedAt!: string;
}

export class LinkHostsView {
  @NestedList(() => LinkHostView, { max: 100_000 }) items!: LinkHostView[];
}

const view = (hosts: readonly LinkHost[]): LinkHostsView => ({
  items: hosts.map(({ host, kind, note, addedAt }) => ({
    ...{ host, kind, note },
    addedAt: addedAt.toISOString(),
  })),
});

/** Where links of campaigns may not, or should not, lead. @clause W12A-16 */
@ApiTags('operator: abuse')
@Controller('api/v1/operator/link-hosts')
export class LinkHostsController {
  constructor(private readonly hosts: KeepLinkHosts) {}

  @Get()
  @ForOperator('inquiries.read')
  @ApiOperation({ summary: 'Hosts that links are checked against' })
  @ApiOkResponse({ type: LinkHostsView })
  async list(): Promise<LinkHostsView> {
    return view(await this.hosts.list());
  }

  @Put(':host')
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Put a host on the list, or change its line' })
  @ApiOkResponse({ type: LinkHostsView })
  async save(
    @Param('host') host: string,
    @Body() { kind, note }: LinkHostDto,
    @CurrentActor() actor: Actor,
  ): Promise<LinkHostsView> {
    await this.hosts.save({ host, kind, note }, actor);
    return this.list();
  }

  @Delete(':host')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Take a host off the list' })
  @ApiNoContentResponse()
  async remove(@Param('host') host: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.hosts.remove(host, actor);
  }
}
