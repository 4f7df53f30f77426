import { Module } from '@nestjs/common';
import { InquiriesController } from './http/inquiries.controller.js';
import { SupportModule } from './support.module.js';

@Module({ imports: [SupportModule], controllers: [InquiriesController] })
export class SupportHttpModule {}
