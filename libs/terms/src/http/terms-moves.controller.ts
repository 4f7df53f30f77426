import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Body, Controller, Delete, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublishVersion } from '../use-cases/publish-version.js';
import { ReviewVersion } from '../use-cases/review-version.js';
import { ApproveDto, PublishDto, dayOf } from './terms.dto.js';

/** The way of a version from draft to publication. */
@ApiTags('operator: terms')
@ForOperator('terms.write')
@Controller('api/v1/operator/terms/:slug/versions/:number')
export class TermsMovesController {
  constructor(
    private readonly review: ReviewVersion,
    private readonly publishing: PublishVersion,
  ) {}

  @Post('submit')
  @HttpCode(204)
  @ApiOperation({ summary: 'Hand a draft in for review' })
  @ApiNoContentResponse()
  async submit(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.review.submit({ slug, number }, actor);
  }

  @Post('approve')
  @HttpCode(204)
  @ApiOperation({ summary: 'A second person approves exactly the text that was looked at' })
  @ApiNoContentResponse()
  async approve(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { hash }: ApproveDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.review.approve({ slug, number }, hash, actor);
  }

  @Post('give-back')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give it back to be written on' })
  @ApiNoContentResponse()
  async giveBack(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.review.giveBack({ slug, number }, actor);
  }

  @Post('publish')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Make an approved version public; its text can not be changed any more',
  })
  @ApiNoContentResponse()
  async publish(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { effectiveOn }: PublishDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.publishing.execute({ slug, number }, dayOf(effectiveOn), actor);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Drop a version that was never published' })
  @ApiNoContentResponse()
  async discard(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.review.discard({ slug, number }, actor);
  }
}
