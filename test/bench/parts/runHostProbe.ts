import { findDesktop } from '../../support/hosts/findDesktop';
import { runInServer } from '../../support/hosts/runInServer';
import { runOnDesktop } from '../../support/hosts/runOnDesktop';
import { hostFiguresMark } from '../probes/hostFiguresMark';
import type { Checkout } from '../products/checkout';
import type { Measured } from '../table/figure';

/** The figures that a probe prints inside a real extension host, which has a folder open and the checkout's extension. */
export function runHostProbe(checkout: Checkout, name: string, folder: string): Promise<Measured> {
  return checkout.withProbe(name, async (tests) => {
    const lines: string[] = [];
    const run = {
      extension: checkout.root,
      tests,
      folder,
      settings: {},
      web: false,
      onLine: (line: string) => lines.push(line),
    };
    const desktop = await findDesktop({ visible: false });
    const code = await (desktop ? runOnDesktop(desktop, run) : runInServer(run));
    const line = lines.find((text) => text.includes(hostFiguresMark));
    if (line === undefined) {
      throw new Error(`the host ended with code ${code} and no figures: ${lines.slice(-8).join('\n')}`);
    }
    const start = line.indexOf(hostFiguresMark) + hostFiguresMark.length;
    return JSON.parse(line.slice(start, line.lastIndexOf('}') + 1)) as Measured;
  });
}
