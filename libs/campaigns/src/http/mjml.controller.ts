import { ForTenant } from '#lib/accounts';
import { NestedList, Text, Whole } from '#platform/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CompileDraft } from '../use-cases/compile-draft.js';

class MjmlDto {
  @Text({ max: 500_000, multiline: true })
  mjml!: string;
}

class MjmlProblemView {
  @Whole({ min: 1 })
  line!: number;

  @Text()
  message!: string;
}

class CompiledView {
  @Text({ nullable: true, multiline: true, about: 'Null when it is no MJML at all' })
  html!: string | null;

  @NestedList(() => MjmlProblemView)
  problems!: readonly MjmlProblemView[];
}

@ApiTags('templates')
@Controller('api/v1/mjml')
export class MjmlController {
  constructor(private readonly compile: CompileDraft) {}

  @Post('compile')
  @HttpCode(200)
  @ForTenant('campaigns.write')
  @ApiOperation({ summary: 'HTML of MJML, and what is wrong with it line by line; keeps nothing' })
  @ApiOkResponse({ type: CompiledView })
  show(@Body() { mjml }: MjmlDto): Promise<CompiledView> {
    return this.compile.execute(mjml);
  }
}
