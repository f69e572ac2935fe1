/**
 * Who may speak to the loopback server at all. Any page in any browser on this machine can send it requests, and a
 * name that an attacker owns can be pointed at 127.0.0.1 (DNS rebinding): the Host header is judged before anything
 * else, then where the request says it comes from.
 */
import type { IncomingMessage } from 'node:http';

/** The address under which this launch is reached: a random name, so that cookies stay with it. */
export interface Site {
  /** `NAME.localhost:PORT`, exactly as the Host header has it. */
  readonly host: string;
  /** `http://NAME.localhost:PORT`. */
  readonly origin: string;
}

export function siteOf(name: string, port: number): Site {
  const host = `${name}.localhost:${port}`;
  return { host, origin: `http://${host}` };
}

/** Why a request is not answered, or undefined where its headers say that it comes from our own page or from no page. */
export function foreignness(request: Pick<IncomingMessage, 'headersDistinct'>, site: Site): string | undefined {
  const { host, origin, 'sec-fetch-site': fetchSite } = request.headersDistinct;
  if (!isOnly(host, [site.host])) return 'This is not the address of Recto.';
  if (origin !== undefined && !isOnly(origin, [site.origin])) return 'Another site may not speak to Recto.';
  if (fetchSite !== undefined && !isOnly(fetchSite, ['same-origin', 'none'])) {
    return 'Another site may not speak to Recto.';
  }
  return undefined;
}

/** A header sent twice is refused, too: two readers could pick different ones. */
function isOnly(values: readonly string[] | undefined, allowed: readonly string[]): boolean {
  const [value] = values ?? [];
  return values?.length === 1 && value !== undefined && allowed.includes(value);
}
