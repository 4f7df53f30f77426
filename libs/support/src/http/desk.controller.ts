import { CurrentActor, ForOperator, ForSignedIn, tenantOf } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { windowNames } from '../store/desk.store.js';
import { supportErrors } from '../support.errors.js';
import { KeepDesk } from '../use-cases/keep-desk.js';
import { ClosingDayDto, ContactWindowDto, DeskView, deskView } from './desk.dto.js';

/** Where and when people reach the provider. */
@ApiTags('contact window')
@Controller('api/v1')
export class DeskController {
  constructor(private readonly desk: KeepDesk) {}

  @Get('contact')
  @ForSignedIn()
  @ApiOperation({ summary: 'Contact windows, closing days, and whether somebody answers now' })
  @ApiOkResponse({ type: DeskView })
  async show(@CurrentActor() actor: Actor): Promise<DeskView> {
    return deskView(await this.desk.read(), await this.desk.mailDesks(tenantOf(actor)));
  }

  @Put('operator/contact-windows/:name')
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Say how a window is reached' })
  @ApiOkResponse({ type: DeskView })
  async save(
    @Param('name') given: string,
    @Body() { title, phone, fax, mailAddress, url }: ContactWindowDto,
    @CurrentActor() actor: Actor,
  ): Promise<DeskView> {
    const name = windowNames.find((known) => known === given);
    if (!name) throw supportErrors.noWindow();
    await this.desk.saveWindow({ name, title, phone, fax, mailAddress, url }, actor);
    return this.show(actor);
  }

  @Put('operator/closing-days')
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Close on a day besides weekends and national holidays' })
  @ApiOkResponse({ type: DeskView })
  async close(
    @Body() { day, name }: ClosingDayDto,
    @CurrentActor() actor: Actor,
  ): Promise<DeskView> {
    await this.desk.closeOn({ day, name }, actor);
    return this.show(actor);
  }

  @Delete('operator/closing-days/:day')
  @HttpCode(204)
  @ForOperator('inquiries.write')
  @ApiOperation({ summary: 'Open on that day after all' })
  @ApiNoContentResponse()
  async open(@Param('day') day: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.desk.openOn(day, actor);
  }
}
