import { Public } from '#lib/accounts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadTerms } from '../use-cases/read-terms.js';
import { TermsInForceView, termsInForceView } from './terms-in-force.view.js';

/** What whoever applies agrees to. @clause W3.3, W4.1 */
@ApiTags('terms')
@Controller('api/v1/terms/in-force')
export class PublicTermsController {
  constructor(private readonly terms: ReadTerms) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Terms and policies that bind now, with the digests of their texts' })
  @ApiOkResponse({ type: TermsInForceView })
  async list(): Promise<TermsInForceView> {
    return termsInForceView(await this.terms.all());
  }
}
