/** The services of a host without the host: as the browser's are, so that the page would do what touches its desk. */
import type { Result } from '../../core/contract/result.ts';
import {
  openServices,
  pageDoesIt,
  type Services,
  type ServicesOptions,
} from '../../electron/services/host-services.ts';

export function servicesOn(
  options: Pick<ServicesOptions, 'bookFolder' | 'dataFolder'> & Partial<ServicesOptions>,
): Promise<Services> {
  return openServices({
    version: '1.2.3',
    host: 'browser',
    openLink: () => Promise.resolve('ask'),
    desk: pageDoesIt,
    ...options,
  });
}

/** The value of what went well; a failure is thrown. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
