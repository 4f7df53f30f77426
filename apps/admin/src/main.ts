import { AddOperator, VerifyAuditTrail } from '#lib/accounts';
import type { OperatorRole } from '#lib/accounts';
import { SystemClock, randomToken } from '#lib/kernel';
import { processConfig } from '../../process-config.js';
import { run } from '../../run.js';
import { startProcess } from '../../start-process.js';
import { AdminModule } from './admin.module.js';
import { readCommand } from './read-command.js';

/**
 * `npm run admin -- add-operator <email> <name> [role]`: how an installation gets its first operator.
 * `npm run audit:verify [-- <seal>]`: whether the audit trail is what was written.
 */
await run(async () => {
  const command = readCommand(process.argv.slice(2));
  const app = await startProcess(AdminModule.of(processConfig(), new SystemClock()));
  try {
    if (command.verb === 'add-operator')
      await addOperator(app.get(AddOperator, { strict: false }), command);
    else await verifyAudit(app.get(VerifyAuditTrail, { strict: false }), command.anchor);
  } finally {
    await app.close();
  }
});

async function addOperator(
  adding: AddOperator,
  operator: { email: string; name: string; role: OperatorRole },
): Promise<void> {
  const password = randomToken(16);
  await adding.execute({ ...operator, password });
  process.stdout.write(
    `${operator.email} (${operator.role}) を登録しました。/ ${operator.email} (${operator.role}) may sign in now.\n` +
      `パスワード (いま一度だけ表示します) / Password, shown only now: ${password}\n` +
      'サインインしたら変更してください。/ Change it after signing in.\n',
  );
}

async function verifyAudit(verifying: VerifyAuditTrail, anchor: string | undefined): Promise<void> {
  const { entries, head, problems } = await verifying.execute(anchor);
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  const ja = problems.length > 0 ? '改ざんの疑いがあります。' : '改ざんはありません。';
  const en = problems.length > 0 ? 'Something is wrong.' : 'All is as it was written.';
  process.stdout.write(
    `監査記録 ${entries} 件: ${ja} / Audit trail of ${entries} entries: ${en}\n` +
      `控えるべき封印 / Seal to write down: ${head}\n`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
