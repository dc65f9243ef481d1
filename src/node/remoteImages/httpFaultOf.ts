import type { HttpFault } from '../../core/host/http';
import { ProxyFailed } from './openTunnel';
import { AddressNotAllowed } from './pinnedLookup';
import { UnusableProxy } from './proxySettings';

const tlsCodes =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH|CRL_|INVALID_CA|PATH_LENGTH_EXCEEDED|INVALID_PURPOSE)/;

const mostQuoted = 40;

/** What an error of Node's network says of the server. `viaProxy` names the proxy that was to be connected to. */
export function httpFaultOf(error: unknown, viaProxy: string | undefined): HttpFault {
  if (error instanceof AddressNotAllowed) return { kind: 'notAllowed', address: error.address };
  if (error instanceof ProxyFailed || error instanceof UnusableProxy) return { kind: 'proxy', detail: error.message };
  if (isParseError(error)) return parseFault(error);
  const code = codeOf(error);
  const fault = faultOf(code);
  const isOfConnection = ['nameNotFound', 'nameLookup', 'connectionRefused', 'noRoute'].includes(fault.kind);
  return viaProxy !== undefined && isOfConnection ? { kind: 'proxy', detail: `${viaProxy}: ${code}` } : fault;
}

/** What Node's HTTP parser adds to an error. */
export interface ParseError extends Error {
  readonly code: string;
  readonly reason?: string;
  readonly rawPacket?: Buffer;
}

export function isParseError(error: unknown): error is ParseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('HPE_');
}

/**
 * What the lenient parser of Node reads all the same, as browsers do: lines that end without a carriage return, headers
 * that go on in the next line, spaces after the size of a chunk, chunks together with a length.
 */
const forgivable: ReadonlySet<string> = new Set([
  'HPE_CR_EXPECTED',
  'HPE_INVALID_CHUNK_SIZE',
  'HPE_INVALID_HEADER_TOKEN',
  'HPE_INVALID_TRANSFER_ENCODING',
  'HPE_LF_EXPECTED',
  'HPE_STRICT',
  'HPE_UNEXPECTED_CONTENT_LENGTH',
]);

export function isForgivable(error: unknown): boolean {
  return isParseError(error) && forgivable.has(error.code);
}

function parseFault({ code, reason, rawPacket }: ParseError): HttpFault {
  if (code === 'HPE_HEADER_OVERFLOW') return { kind: 'headersTooLarge' };
  // What does not begin as HTTP does is something else, and mostly names itself.
  return { kind: 'notHttp', code: code === 'HPE_INVALID_CONSTANT' ? quoted(rawPacket) : (reason ?? code) };
}

function quoted(packet: Buffer = Buffer.alloc(0)): string {
  return /^[\x20-\x7e]*/.exec(packet.toString('latin1', 0, mostQuoted))?.[0] || 'bytes';
}

function faultOf(code: string): HttpFault {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
      return { kind: 'nameNotFound' };
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_SYSTEM':
    case 'ESERVFAIL':
    case 'ETIMEOUT':
      return { kind: 'nameLookup', code };
    case 'ECONNREFUSED':
      return { kind: 'connectionRefused' };
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'EHOSTDOWN':
    case 'EADDRNOTAVAIL':
    case 'ENONET':
      return { kind: 'noRoute', code };
    case 'ETIMEDOUT':
      return { kind: 'timedOut', phase: 'connect' };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return { kind: 'dropped' };
    default:
      return tlsCodes.test(code) ? { kind: 'tls', code } : { kind: 'other', code };
  }
}

/** Of several attempts to connect, one for each address of a name, the first says why. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== 'object' || error === null) return String(error);
  // Its message names the header.
  if ('code' in error && typeof error.code === 'string' && error.code !== 'ERR_INVALID_CHAR') return error.code;
  return error instanceof Error ? error.message : 'unknown';
}
