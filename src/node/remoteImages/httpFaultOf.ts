import type { HttpFault } from '../../core/host/http';
import { ProxyFailed } from './openTunnel';
import { AddressNotAllowed } from './pinnedLookup';
import { UnusableProxy } from './proxySettings';
import { NotHttp } from './responseHead';
import { HeadersTooLarge } from './responseReader';

const tlsCodes =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH|CRL_|INVALID_CA|PATH_LENGTH_EXCEEDED|INVALID_PURPOSE)/;

/** What an error of Node's network says of the server. `viaProxy` names the proxy that was to be connected to. */
export function httpFaultOf(error: unknown, viaProxy: string | undefined): HttpFault {
  if (error instanceof AddressNotAllowed) return { kind: 'notAllowed', address: error.address };
  if (error instanceof ProxyFailed || error instanceof UnusableProxy) return { kind: 'proxy', detail: error.message };
  if (error instanceof NotHttp) return { kind: 'notHttp', code: error.code };
  if (error instanceof HeadersTooLarge) return { kind: 'headersTooLarge' };
  const code = codeOf(error);
  const fault = faultOf(code);
  const isOfConnection = ['nameNotFound', 'nameLookup', 'connectionRefused', 'noRoute'].includes(fault.kind);
  return viaProxy !== undefined && isOfConnection ? { kind: 'proxy', detail: `${viaProxy}: ${code}` } : fault;
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
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : 'unknown';
}
