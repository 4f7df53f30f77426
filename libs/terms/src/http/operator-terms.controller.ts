import { CurrentActor, ForOperator } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { editedVersion, etagOf } from '#platform/http';
import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { termsErrors } from '../terms.errors.js';
import { BeginRevision } from '../use-cases/begin-revision.js';
import { CompareVersions } from '../use-cases/compare-versions.js';
import { DraftDocument } from '../use-cases/draft-document.js';
import { ReadTerms } from '../use-cases/read-terms.js';
import { WriteDraft } from '../use-cases/write-draft.js';
import { DraftTextDto, NewDocumentDto, draftTextOf } from './terms.dto.js';
import {
  ComparisonView,
  DocumentView,
  DocumentsView,
  VersionTextView,
  comparisonView,
  documentView,
  versionTextView,
} from './terms.view.js';

const everything = (): boolean => true;

/** Where operators write terms and policies. */
@ApiTags('operator: terms')
@ForOperator('terms.write')
@Controller('api/v1/operator/terms')
export class OperatorTermsController {
  constructor(
    private readonly terms: ReadTerms,
    private readonly comparing: CompareVersions,
    private readonly drafting: DraftDocument,
    private readonly beginning: BeginRevision,
    private readonly writing: WriteDraft,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All documents with their versions' })
  @ApiOkResponse({ type: DocumentsView })
  async list(): Promise<DocumentsView> {
    return { items: (await this.terms.all()).map((d) => documentView(d, everything)) };
  }

  @Post()
  @ApiOperation({ summary: 'Begin a document with a draft of its first version' })
  @ApiCreatedResponse({ type: DocumentView })
  async draft(@Body() body: NewDocumentDto, @CurrentActor() actor: Actor): Promise<DocumentView> {
    const { slug, kind, title, noun } = body;
    const text = draftTextOf(body.text);
    await this.drafting.execute({ document: { slug, kind, title, noun }, text, actor });
    return this.show(slug);
  }

  @Get(':slug')
  @ApiOperation({ summary: 'One document with its versions' })
  @ApiOkResponse({ type: DocumentView })
  async show(@Param('slug') slug: string): Promise<DocumentView> {
    return documentView(await this.terms.one(slug), everything);
  }

  @Post(':slug/versions')
  @ApiOperation({ summary: 'Begin the next version, from the text of the last one' })
  @ApiCreatedResponse({ type: DocumentView })
  async revise(@Param('slug') slug: string, @CurrentActor() actor: Actor): Promise<DocumentView> {
    await this.beginning.execute({ slug, actor });
    return this.show(slug);
  }

  @Get(':slug/versions/:number')
  @ApiOperation({ summary: 'One version with its text' })
  @ApiOkResponse({ type: VersionTextView })
  async version(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VersionTextView> {
    const all = await this.terms.one(slug);
    const version = all.versions.find((v) => v.number === number);
    if (!version) throw termsErrors.noVersion();
    response.setHeader('ETag', etagOf(version.version));
    return versionTextView(version, all);
  }

  @Put(':slug/versions/:number')
  @ApiOperation({ summary: 'Write the text of a draft' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: VersionTextView })
  async write(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: DraftTextDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VersionTextView> {
    const edit = { text: draftTextOf(body), version: editedVersion(ifMatch), actor };
    await this.writing.execute({ slug, number }, edit);
    return this.version(slug, number, response);
  }

  @Get(':slug/versions/:number/changes')
  @ApiOperation({ summary: 'The comparison table with the version before it' })
  @ApiOkResponse({ type: ComparisonView })
  async changes(
    @Param('slug') slug: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<ComparisonView> {
    return comparisonView((await this.comparing.execute(slug, number)).rows);
  }
}
