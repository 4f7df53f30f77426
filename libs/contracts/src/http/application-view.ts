import { contractsErrors } from '../contracts.errors.js';
import type { Application, Scan } from '../store/applications.store.js';
import type { NewScan } from '../use-cases/apply.js';
import { warningsOf } from '../use-cases/check-form.js';
import type { ApplicationView, ScanDto, WholeApplicationView } from './application.dto.js';

export const applicationView = (application: Application): ApplicationView => ({
  id: application.id,
  state: application.state,
  locale: application.locale,
  channel: application.channel,
  partnerName: application.partnerName,
  appliedAt: application.appliedAt.toISOString(),
  formArrivedAt: application.formArrivedAt?.toISOString() ?? null,
  applicant: { ...application.applicant },
  courseCode: application.courseCode,
  optionCodes: [...application.optionCodes],
  offerCode: application.offerCode,
  formRules: { ...application.formRules },
  termsVersion: application.termsVersion,
  termsHash: application.termsHash,
  reason: application.reason,
  tenantId: application.acceptedAs,
  warnings: warningsOf(application.applicant.pcEmail),
});

export const wholeApplicationView = (
  application: Application,
  scans: readonly Scan[],
): WholeApplicationView =>
  Object.assign(applicationView(application), {
    scans: scans.map(({ id, name, type, sha256, uploadedAt }) => ({
      id,
      name,
      type,
      sha256,
      uploadedAt: uploadedAt.toISOString(),
    })),
  });

const mostBytes = 1_048_576;

const beginnings: Readonly<Record<string, string>> = {
  'application/pdf': '25504446',
  'image/jpeg': 'ffd8ff',
  'image/png': '89504e47',
};

/** The file, which must be what it says it is. @throws BusinessError contracts.bad-scan */
export const scanOf = ({ name, type, content }: ScanDto, field: string): NewScan => {
  const bytes = Buffer.from(content, 'base64');
  const isWhole = bytes.length > 0 && bytes.length <= mostBytes;
  const isWhatItSays = bytes.toString('hex', 0, 8).startsWith(beginnings[type] ?? 'none');
  if (!isWhole || !isWhatItSays) throw contractsErrors.badScan({ field });
  return { name, type, content: bytes };
};
