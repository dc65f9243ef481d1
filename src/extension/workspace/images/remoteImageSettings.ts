import * as vscode from 'vscode';
import { defaultPlaceholders } from '../../../core/images/remote/placeholders';
import type { RemoteSettings } from '../../../core/images/remote/remoteImageChecker';
import { defaultRequestPolicy } from '../../../core/images/remote/requestPolicy';
import { defaultVerdictAges, type VerdictAges } from '../../../core/images/remote/verdictAges';
import type { HttpSettings, ProxyChoice } from '../../platform';
import { setting } from '../../ui/contribute';

const hour = 60 * 60 * 1000;

/** How remote images are to be checked, as a person has set it. */
export function remoteImageSettings(): RemoteSettings {
  const userAgent = setting('images.userAgent').replace(/[^\x20-\x7e]/g, '');
  return {
    requestPolicy: {
      ...defaultRequestPolicy,
      inAll: within(setting('images.concurrency'), 1, 1000, defaultRequestPolicy.inAll),
      perHost: within(setting('images.perHost'), 1, 100, defaultRequestPolicy.perHost),
      userAgent: userAgent === '' ? defaultRequestPolicy.userAgent : userAgent,
    },
    ages: ages(setting('images.recheckAfterHours')),
    placeholders: { ...defaultPlaceholders, hashes: strings(setting('images.placeholderHashes')) },
    allowPrivateHosts: strings(setting('images.allowPrivateHosts')),
  };
}

/** How servers are asked, through the proxy that VS Code uses too. */
export function httpSettings({ requestPolicy, allowPrivateHosts }: RemoteSettings): HttpSettings {
  return {
    allowPrivateHosts,
    timeout: within(setting('images.timeout'), 1, 3600, 20) * 1000,
    perHost: requestPolicy.perHost,
    proxy: proxyChoice(),
  };
}

function proxyChoice(): ProxyChoice {
  const http = vscode.workspace.getConfiguration('http');
  if (http.get<string>('proxySupport') === 'off') return { noProxy: ['*'] };
  const proxy = http.get<string>('proxy') ?? '';
  const noProxy = strings(http.get<unknown>('noProxy'));
  const authorization = http.get<string | null>('proxyAuthorization') ?? '';
  return {
    ...(proxy === '' ? {} : { proxy }),
    ...(noProxy.length === 0 ? {} : { noProxy }),
    ...(authorization === '' ? {} : { authorization }),
    verify: http.get<boolean>('proxyStrictSSL') ?? true,
  };
}

function ages(hours: Readonly<Record<string, unknown>>): VerdictAges {
  const wanted = Object.entries(hours).flatMap(([kind, value]) =>
    Object.hasOwn(defaultVerdictAges, kind) && typeof value === 'number' && value >= 0 ? [[kind, value * hour]] : [],
  );
  return { ...defaultVerdictAges, ...Object.fromEntries(wanted) };
}

function within(value: unknown, least: number, most: number, standard: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : standard;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
