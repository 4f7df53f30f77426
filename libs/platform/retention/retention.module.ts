import { Global, Module } from '@nestjs/common';
import { Purge } from './purge.js';
import { RetentionParts } from './retention-parts.js';

@Global()
@Module({ providers: [Purge, RetentionParts], exports: [Purge, RetentionParts] })
export class RetentionModule {}
