/** The program around the page. */
import type { Response } from '../../core/contract/channels.ts';

/** What the host says of itself; it does not change while the page is there. */
export type ProgramState = Pick<Response<'app:start'>, 'host' | 'version' | 'safeMode'>;
