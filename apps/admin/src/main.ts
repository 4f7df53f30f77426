import { AddOperator } from '#lib/accounts';
import type { OperatorRole } from '#lib/accounts';
import { SystemClock, randomToken } from '#lib/kernel';
import { processConfig } from '../../process-config.js';
import { run } from '../../run.js';
import { startProcess } from '../../start-process.js';
import { AdminModule } from './admin.module.js';
import { readCommand } from './read-command.js';

/** `npm run admin -- add-operator <email> <name> [role]`: how an installation gets its first operator. */
await run(async () => {
  const command = readCommand(process.argv.slice(2));
  const app = await startProcess(AdminModule.of(processConfig(), new SystemClock()));
  try {
    await addOperator(app.get(AddOperator, { strict: false }), command);
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
