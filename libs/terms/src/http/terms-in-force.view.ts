import { Choice, Nested, NestedList, Text, Whole } from '#platform/http';
import { documentKinds } from '../domain/terms-document.js';
import type { DocumentInVersions } from '../use-cases/read-terms.js';
import { TitleDto } from './terms.dto.js';

class DocumentInForceView {
  @Text({ about: 'Stands at /terms/{slug}', example: 'service-terms' }) slug!: string;
  @Choice(documentKinds) kind!: string;
  @Nested(() => TitleDto) title!: TitleDto;
  @Whole({ about: '第N版' }) number!: number;
  @Text({ about: 'SHA-256 of the text as published' }) hash!: string;
}

export class TermsInForceView {
  @NestedList(() => DocumentInForceView) items!: DocumentInForceView[];
}

export const termsInForceView = (documents: readonly DocumentInVersions[]): TermsInForceView => ({
  items: documents.flatMap(({ document: { slug, kind, title }, inForce }) =>
    inForce
      ? [{ slug, kind, title: { ...title }, number: inForce.number, hash: inForce.hash }]
      : [],
  ),
});
