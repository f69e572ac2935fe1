import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { systemReasonZh } from '../../../../core/words/system-reason.ts';

function reasonOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was wrong.');
}

it('says in Chinese what the system says, with its code', () => {
  expect(systemReasonZh(reasonOf(() => readFileSync('/no/such/file')))).toBe('文件不存在，ENOENT');
  expect(systemReasonZh('ENOSPC: no space left on device, write')).toBe('磁盘已满，ENOSPC');
  expect(systemReasonZh('EACCES')).toBe('没有权限，EACCES');
});

it('says in Chinese what SQLite says, with its words', () => {
  expect(systemReasonZh(reasonOf(() => new DatabaseSync('/no/such/folder/x.db')))).toBe(
    '数据文件无法打开，unable to open database file',
  );
});

it('leaves what it does not know as it is', () => {
  for (const reason of ['', 'EXOTIC: of another system', 'zod: expected string', '磁盘已满'])
    expect(systemReasonZh(reason)).toBe(reason);
});
