import {
  Choice,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Texts,
  Uuid,
  Whole,
} from '#platform/http';
import type { DkimKey } from '../domain/dkim-key.js';
import type { DomainCheck, RecordFinding } from '../domain/sending-domain.js';
import type { DomainWithKeys } from '../use-cases/read-sending-domains.js';

const purposes = ['dkim', 'dmarc', 'spf', 'return-path', 'return-path-spf'];
const policies = ['none', 'quarantine', 'reject'];

class DkimKeyView {
  @Text() selector!: string;
  @Choice(['rsa', 'ed25519']) algorithm!: string;
  @Choice(['pending', 'active', 'retiring', 'retired'], {
    about:
      'pending: waits for its record. active: signs. retiring: leave its record until retireAt',
  })
  state!: string;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) activatedAt!: string | null;
  @Instant({ nullable: true }) retireAt!: string | null;
}

class RecordView {
  @Choice(purposes) purpose!: string;
  @Choice(['TXT']) type!: string;
  @Text() name!: string;
  @Text({ max: 4000 }) value!: string;
  @Choice(['required', 'recommended', 'temporary']) need!: string;
}

class FindingTextsView {
  @Text() ja!: string;
  @Text() en!: string;
}

class RecordFindingView {
  @Choice(purposes) purpose!: string;
  @Choice(['TXT', 'MX']) type!: string;
  @Text() name!: string;
  @Text({ nullable: true, max: 4000, about: 'Null where anything that works will do' })
  expected!: string | null;
  @Texts({ maxLength: 70_000 }) found!: string[];
  @Choice(['ok', 'advice', 'wrong', 'unknown'], { about: 'unknown: the DNS did not answer' })
  verdict!: string;
  @Text({ example: 'dkim.missing' }) code!: string;
  @Nested(() => FindingTextsView) messages!: FindingTextsView;
}

class DmarcView {
  @Text({ about: 'Topmost name of whoever owns the domain' }) organization!: string;
  @Choice(policies, { nullable: true }) policy!: string | null;
  @Text({ nullable: true, about: 'Name of the record that counts' }) foundAt!: string | null;
}

class AlignmentView {
  @Flag() dkim!: boolean;
  @Flag() spf!: boolean;
}

class DomainCheckView {
  @NestedList(() => RecordFindingView) findings!: RecordFindingView[];
  @Nested(() => DmarcView) dmarc!: DmarcView;
  @Nested(() => AlignmentView, { about: 'What speaks for the domain; DMARC wants one of them' })
  aligned!: AlignmentView;
  @Whole({ about: 'Look-ups the SPF record needs; ten are allowed' }) spfLookups!: number;
}

export class SendingDomainView {
  @Uuid() id!: string;
  @Text({ max: 253 }) domain!: string;
  @Choice(['pending', 'verified'], {
    about: 'verified: mails from the domain are signed and may leave',
  })
  status!: string;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) verifiedAt!: string | null;
  @Instant({ nullable: true }) checkedAt!: string | null;
  @NestedList(() => DkimKeyView) keys!: DkimKeyView[];
  @NestedList(() => RecordView, { about: 'What to publish in the DNS' }) records!: RecordView[];
  @Nested(() => DomainCheckView, { nullable: true, about: 'What the last check found' })
  lastCheck!: DomainCheckView | null;
}

export class SendingDomainListView {
  @NestedList(() => SendingDomainView) items!: SendingDomainView[];
}

export const sendingDomainView = ({
  domain,
  keys,
  records,
}: DomainWithKeys): SendingDomainView => ({
  id: domain.id,
  domain: domain.domain,
  status: domain.verifiedAt ? 'verified' : 'pending',
  createdAt: domain.createdAt.toISOString(),
  verifiedAt: domain.verifiedAt?.toISOString() ?? null,
  checkedAt: domain.checkedAt?.toISOString() ?? null,
  keys: keys.map(keyView),
  records: [...records],
  lastCheck: domain.lastCheck && checkView(domain.lastCheck),
});

const keyView = (key: DkimKey): DkimKeyView => ({
  selector: key.selector,
  algorithm: key.algorithm,
  state: key.state,
  createdAt: key.createdAt.toISOString(),
  activatedAt: key.activatedAt?.toISOString() ?? null,
  retireAt: key.retireAt?.toISOString() ?? null,
});

const checkView = (check: DomainCheck): DomainCheckView => ({
  ...check,
  findings: check.findings.map(findingView),
});

const findingView = (finding: RecordFinding): RecordFindingView => ({
  ...finding,
  found: [...finding.found],
});
