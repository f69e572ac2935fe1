/** `app://recto/`: the built page and the pictures of books, from the disk and from nowhere else. */
import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { pageHeaders } from '../services/csp.ts';
import { findResource, type PageServices } from '../services/resources.ts';
import { appOrigin, appScheme } from './own-page.ts';

/** Makes `app:` a scheme like https: an origin of its own, secure, with fetch and module scripts. Before ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Answers every request to `app:` from now on. */
export function serveApp(services: PageServices, pageFolder: string): void {
  protocol.handle(appScheme, (request) => answer(request, services, pageFolder));
}

async function answer(request: Request, services: PageServices, pageFolder: string): Promise<Response> {
  const path = pathOf(request.url);
  if (path === undefined) return refusal(404, 'There is nothing at this address.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Nothing can be sent here.');
  const found = await findResource(services, pageFolder, path);
  if (!found.ok) return refusal(404, `${path}: ${found.error.code}`);
  try {
    // Whole files: they are small, and inside an asar archive reading is cheaper than opening.
    const body = found.value.body ?? (await readFile(found.value.path));
    return new Response(body, { headers: { ...found.value.headers } });
  } catch (error) {
    console.error(`recto: ${found.value.path} cannot be read:`, error);
    return refusal(404, `${path}: cannot be read`);
  }
}

/** The path as it stands in the request, still encoded; undefined for another host than ours. */
function pathOf(address: string): string | undefined {
  if (!address.startsWith(`${appOrigin}/`)) return undefined;
  return address.slice(appOrigin.length).replace(/[?#].*$/s, '');
}

function refusal(status: number, reason: string): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
