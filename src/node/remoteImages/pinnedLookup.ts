import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { AddressPolicy } from '../../core/images/remote/addressPolicy';

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const remembered = 60_000;

export const systemResolve: Resolve = (host) => systemLookup(host, { all: true });

/** A name leads only to addresses that are not to be asked. */
export class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
  readonly address: string;

  constructor(address: string) {
    super(`${address} is not to be asked.`);
    this.address = address;
  }
}

/**
 * Looks names up for the sockets themselves: what is checked here is what they connect to, so that a name cannot lead
 * elsewhere between the check and the connection.
 */
export class PinnedLookup {
  readonly #resolve: Resolve;
  readonly #policy: AddressPolicy;
  readonly #known = new Map<
    string,
    { readonly until: number; readonly addresses: Promise<readonly LookupAddress[]> }
  >();

  constructor(policy: AddressPolicy, resolve: Resolve = systemResolve) {
    this.#policy = policy;
    this.#resolve = resolve;
  }

  readonly lookup: LookupFunction = (host, options, callback) => {
    void this.#addresses(host).then(
      (all) => answer(all, options, callback),
      (error: NodeJS.ErrnoException) => callback(error, options.all === true ? [] : '', 0),
    );
  };

  async #addresses(host: string): Promise<readonly LookupAddress[]> {
    const all = await this.#all(host);
    const allowed = all.filter(({ address }) => this.#policy.allowsAddress(host, address));
    const [first] = all;
    if (allowed.length === 0 && first !== undefined) throw new AddressNotAllowed(first.address);
    return allowed;
  }

  #all(host: string): Promise<readonly LookupAddress[]> {
    const now = Date.now();
    const known = this.#known.get(host);
    if (known !== undefined && known.until > now) return known.addresses;
    const addresses = this.#resolve(host);
    this.#known.set(host, { until: now + remembered, addresses });
    addresses.catch(() => this.#known.delete(host));
    return addresses;
  }
}

function answer(all: readonly LookupAddress[], options: LookupOptions, callback: Parameters<LookupFunction>[2]): void {
  if (options.all === true) {
    callback(null, [...all]);
    return;
  }
  const fits = all.find(
    ({ family }) => options.family === undefined || options.family === 0 || options.family === family,
  );
  const chosen = fits ?? all[0];
  if (chosen === undefined) callback(Object.assign(new Error('No address'), { code: 'ENOTFOUND' }), '', 0);
  else callback(null, chosen.address, chosen.family);
}
