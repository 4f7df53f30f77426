import { CurrentActor, ForOperator, IdParam } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { editedVersion, etagOf } from '#platform/http';
import { Body, Controller, Get, Headers, Post, Put, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { BankProfiles } from '../store/bank-profiles.store.js';
import { SaveBankProfile } from '../use-cases/save-bank-profile.js';
import {
  BankProfileDto,
  BankProfileListView,
  BankProfileView,
  bankProfileView,
  bankSettingsOf,
} from './bank-profiles.dto.js';

@ApiTags('operator: payments')
@Controller('api/v1/operator/bank-profiles')
export class BankProfilesController {
  constructor(
    private readonly database: Database,
    private readonly profiles: BankProfiles,
    private readonly saveProfile: SaveBankProfile,
  ) {}

  @Get()
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'The banks that money is collected by' })
  @ApiOkResponse({ type: BankProfileListView })
  async list(): Promise<BankProfileListView> {
    const rows = await this.database.asSystem((tx) => this.profiles.list(tx));
    return { items: rows.map(bankProfileView) };
  }

  @Get(':bankProfileId')
  @ForOperator('billing.read-all')
  @ApiOperation({ summary: 'One bank' })
  @ApiOkResponse({ type: BankProfileView })
  async show(
    @IdParam('bankProfileId') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BankProfileView> {
    const profile = await this.database.asSystem((tx) => this.profiles.get(tx, id));
    response.setHeader('ETag', etagOf(profile.version));
    return bankProfileView(profile);
  }

  @Post()
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Set up a bank' })
  @ApiCreatedResponse({ type: BankProfileView })
  async create(
    @Body() body: BankProfileDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BankProfileView> {
    const settings = bankSettingsOf(body);
    const id = await this.saveProfile.execute({ name: body.name, settings, actor });
    return this.show(id, response);
  }

  @Put(':bankProfileId')
  @ForOperator('billing.write')
  @ApiOperation({ summary: 'Replace the data of a bank' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the data edited' })
  @ApiOkResponse({ type: BankProfileView })
  async replace(
    @IdParam('bankProfileId') id: string,
    @Body() body: BankProfileDto,
    @Headers('If-Match') ifMatch: string | undefined,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BankProfileView> {
    const edited = { id, version: editedVersion(ifMatch) };
    const settings = bankSettingsOf(body);
    await this.saveProfile.execute({ name: body.name, settings, edited, actor });
    return this.show(id, response);
  }
}
