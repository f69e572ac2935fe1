/** `npm run build`: brings everything under dist/ up to date. */
import { ensureBuilt } from './bundle.ts';

try {
  await ensureBuilt(console.error);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
