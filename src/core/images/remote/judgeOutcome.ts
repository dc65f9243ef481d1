import type { HttpFault } from '../../host/http';
import type { Finding } from './judgeImage';

/** The verdict on an answer that says there is no image to be had. */
export function judgeStatus(status: number): Finding {
  if (status === 404 || status === 410) return { kind: 'gone', cause: 'status', status };
  if (status === 204 || status === 205 || status === 304) return { kind: 'truncated', cause: 'empty', status };
  if (status === 408 || status === 425 || status >= 500) {
    return status === 999 ? refused(status) : { kind: 'serverError', cause: 'status', status };
  }
  return status >= 400 ? refused(status) : { kind: 'serverError', cause: 'status', status };
}

/** The verdict where there was no answer. */
export function judgeFault(fault: HttpFault, host: string): Finding {
  switch (fault.kind) {
    case 'timedOut':
      return {
        kind: 'unreachable',
        cause: fault.phase === 'connect' ? 'connectTimedOut' : 'headersTimedOut',
        detail: host,
      };
    case 'tls':
    case 'notHttp':
      return { kind: 'unreachable', cause: fault.kind, detail: fault.code };
    case 'proxy':
      return { kind: 'unreachable', cause: 'proxy', detail: fault.detail };
    case 'notAllowed':
      return { kind: 'skipped', cause: 'privateAddress', detail: `${host} (${fault.address})` };
    case 'dropped':
      return { kind: 'unreachable', cause: 'noAnswer', detail: host };
    case 'other':
      return { kind: 'unreachable', cause: 'noAnswer', detail: `${host}, ${fault.code}` };
    default:
      return { kind: 'unreachable', cause: fault.kind, detail: host };
  }
}

function refused(status: number): Finding {
  return { kind: 'refused', cause: 'status', status };
}
