import { serverPart } from './byServer';
import { type AddressKind, addressKind } from './ipAddress';

/** Why an address is never asked. */
export type Refusal =
  | { readonly kind: 'reservedName'; readonly host: string }
  | { readonly kind: 'privateAddress'; readonly host: string; readonly of: AddressKind }
  | { readonly kind: 'noAddress'; readonly host: string };

/** Names that lead nowhere by agreement, or only within somebody's own network. */
const reserved =
  /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|internal|intranet|lan|home\.arpa|onion|alt)$/;

/**
 * Which hosts may be asked. Private ones only by name: `allowPrivateHosts` holds names, `*.` with the end of names, or
 * addresses.
 */
export class AddressPolicy {
  readonly #allowed: ReadonlySet<string>;
  readonly #endings: readonly string[];
  /** By the part of an address that decides. */
  readonly #decided = new Map<string, Refusal | undefined>();

  constructor(allowPrivateHosts: readonly string[]) {
    const names = allowPrivateHosts.map((name) => hostName(name.trim()));
    this.#allowed = new Set(names.filter((name) => !name.startsWith('*.')));
    this.#endings = names.filter((name) => name.startsWith('*.')).map((name) => name.slice(1));
  }

  /** What the URL alone says against asking it; its name may still lead to an address that is not allowed. */
  refusal(url: string): Refusal | undefined {
    const part = serverPart(url);
    if (part !== url && this.#decided.has(part)) return this.#decided.get(part);
    const refusal = this.#refusalOf(url);
    if (part !== url) this.#decided.set(part, refusal);
    return refusal;
  }

  #refusalOf(url: string): Refusal | undefined {
    const parsed = parse(url);
    if (parsed === undefined || !/^https?:$/.test(parsed.protocol))
      return { kind: 'noAddress', host: url.slice(0, 80) };
    const host = hostName(parsed.hostname);
    if (this.#names(host)) return undefined;
    const of = addressKind(host);
    if (of !== undefined) return of === 'public' ? undefined : { kind: 'privateAddress', host, of };
    return reserved.test(host) ? { kind: 'reservedName', host } : undefined;
  }

  /** Whether the address that a name leads to may be connected to. */
  allowsAddress(host: string, address: string): boolean {
    return addressKind(address) === 'public' || this.#names(hostName(host)) || this.#names(hostName(address));
  }

  #names(host: string): boolean {
    return this.#allowed.has(host) || this.#endings.some((ending) => host.endsWith(ending));
  }
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** One form for each host: lower case, numbers of addresses in the usual way, no brackets, no final dot. */
function hostName(written: string): string {
  const isSix = written.includes(':') && !written.startsWith('[');
  const url = parse(`http://${isSix ? `[${written}]` : written}/`);
  return (url === undefined || written.startsWith('*.') ? written.toLowerCase() : url.hostname).replace(
    /^\[|\]$|\.$/g,
    '',
  );
}
