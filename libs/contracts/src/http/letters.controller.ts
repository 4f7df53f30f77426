import { FileOfTenants, ForOperator, IdParam } from '#lib/accounts';
import { Letters } from '#lib/notices';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readDate } from './dates.js';
import { DeliveredDto, LetterListView, PostedDto, letterView } from './notices.dto.js';

/** The print queue. @clause W4.1, W22.1 */
@ApiTags('operator: letters')
@Controller('api/v1/operator/letters')
export class LettersController {
  constructor(private readonly letters: Letters) {}

  @Get()
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'Letters that have neither arrived nor come back, oldest first' })
  @ApiOkResponse({ type: LetterListView })
  async list(): Promise<LetterListView> {
    return { items: (await this.letters.list()).map(letterView) };
  }

  @Get(':letterId/pdf')
  @ForOperator('tenants.read')
  @ApiOperation({ summary: 'The letter to print' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@IdParam('letterId') id: string): Promise<FileOfTenants> {
    const { type, content, tenantId } = await this.letters.pdf(id);
    const disposition = 'inline; filename="letter.pdf"';
    return new FileOfTenants(tenantId === null ? [] : [tenantId], content, { type, disposition });
  }

  @Post(':letterId/printed')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Printed' })
  @ApiNoContentResponse()
  async printed(@IdParam('letterId') id: string): Promise<void> {
    await this.letters.printed(id);
  }

  @Post(':letterId/posted')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Handed to the post office' })
  @ApiNoContentResponse()
  async posted(@IdParam('letterId') id: string, @Body() { postedOn }: PostedDto): Promise<void> {
    await this.letters.posted(id, postedOn ? readDate(postedOn, 'postedOn') : undefined);
  }

  @Post(':letterId/delivered')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Delivered on that day: it has arrived' })
  @ApiNoContentResponse()
  async delivered(
    @IdParam('letterId') id: string,
    @Body() { deliveredOn }: DeliveredDto,
  ): Promise<void> {
    await this.letters.delivered(id, readDate(deliveredOn, 'deliveredOn'));
  }

  @Post(':letterId/returned')
  @HttpCode(204)
  @ForOperator('contracts.write')
  @ApiOperation({ summary: 'Came back: it has not arrived' })
  @ApiNoContentResponse()
  async returned(@IdParam('letterId') id: string): Promise<void> {
    await this.letters.returned(id);
  }
}
