import assert from 'node:assert/strict';
import type { TemporaryFolder } from '../support/temporaryFolder';
import { eventually, openWorkbench, type Workbench } from '../support/workbench';
import { archiveOf, LoopbackServer, openPreview, showsTitle } from './previewPage';

/** Each tries to run a script or to reach the server; `HIT` stands for its address, `RUN` for a script that tells. */
const bodies: readonly string[] = [
  '<script>RUN</script>',
  '<script src="HIT/script.js"></script>',
  '<scr<script>ipt>RUN</scr</script>ipt>',
  '<img src=x onerror="RUN">',
  '<img src=x onerror=RUN//',
  '<svg onload="RUN"></svg>',
  '<svg><script>RUN</script></svg>',
  '<svg><script href="HIT/svg.js"/></svg>',
  '<svg><animate onbegin="RUN" attributeName="x" dur="1s"></svg>',
  '<svg><set attributeName="href" to="javascript:RUN"/><a><text y="20">click</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>RUN</script></svg>#x"/></svg>',
  '<svg><foreignObject><iframe src="HIT/foreign"></iframe></foreignObject></svg>',
  '<svg><image href="HIT/svg-image"/></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=RUN&gt;">',
  '<math><mi xlink:href="javascript:RUN">click</mi></math>',
  '<math href="javascript:RUN">click</math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=RUN>',
  '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>',
  '<template><img src=x onerror=RUN></template>',
  '<template shadowrootmode="open"><img src=x onerror=RUN><script>RUN</script></template>',
  '<title><a href="</title><img src=x onerror=RUN>"></title>',
  '<textarea></textarea><img src=x onerror=RUN></textarea>',
  '<select><option><img src=x onerror=RUN></select>',
  '<xmp><p title="</xmp><img src=x onerror=RUN>"></xmp>',
  '<!--><img src=x onerror=RUN>-->',
  '<![CDATA[><img src=x onerror=RUN>]]>',
  '<style>@import "HIT/import.css"; body { background: url(HIT/background) }</style>',
  '<link rel="stylesheet" href="HIT/link.css"><link rel="prefetch" href="HIT/prefetch">',
  '<link rel="dns-prefetch" href="HIT/"><link rel="preload" as="image" href="HIT/preload">',
  '<p style="background: url(HIT/style)">text</p>',
  '<p style="background-image: image-set(\'HIT/set\' 1x)">text</p>',
  '<p style="position: fixed; inset: 0; z-index: 9999; background: red" data-cover>cover</p>',
  '<p style="list-style: url(HIT/list); content: url(HIT/content); cursor: url(HIT/cursor), auto">text</p>',
  '<iframe src="HIT/frame"></iframe>',
  '<iframe srcdoc="<script>parent.RUN</script><img src=HIT/srcdoc>"></iframe>',
  '<iframe src="javascript:RUN"></iframe>',
  '<object data="HIT/object"></object><embed src="HIT/embed">',
  '<object data="data:text/html,<script>RUN</script>"></object>',
  '<video src="HIT/video" poster="HIT/poster" autoplay onerror="RUN"></video>',
  '<audio src="HIT/audio" autoplay></audio>',
  '<picture><source srcset="HIT/source"><img src="HIT/picture" srcset="HIT/srcset 2x"></picture>',
  '<img src="HIT/image" loading="eager">',
  '<input type="image" src="HIT/input"><input autofocus onfocus="RUN">',
  '<button formaction="javascript:RUN" autofocus onfocus="RUN">press</button>',
  '<form action="HIT/form" id="form"><input name="a"></form><script>form.submit()</script>',
  '<meta http-equiv="refresh" content="0; url=HIT/refresh">',
  '<meta http-equiv="refresh" content="0; url=javascript:RUN">',
  '<meta http-equiv="Content-Security-Policy" content="script-src *">',
  '<base href="HIT/base/"><img src="relative.png">',
  '<a href="javascript:RUN" id="link">click</a>',
  '<a href="java&#10;script:RUN">click</a>',
  '<a href="&#1;javascript:RUN">click</a>',
  '<a href="data:text/html,<script>RUN</script>" target="_top">click</a>',
  '<a href="HIT/ping-target" ping="HIT/ping">click</a>',
  '<body onload="RUN"><p>text</p></body>',
  '<details open ontoggle="RUN"><summary>more</summary></details>',
  '<marquee onstart="RUN">text</marquee>',
  '<p id="acquireVsCodeApi" name="body">text</p><form id="document"><input name="body"></form>',
  '<a id="previewStrings"></a><a id="previewStrings" name="kind" href="HIT/clobber">x</a>',
  '<table background="HIT/table"><tr><td background="HIT/cell">x</td></tr></table>',
  '<dialog open onclose="RUN"><p>text</p></dialog><div popover autofocus onbeforetoggle="RUN">x</div>',
  '<portal src="HIT/portal"></portal><frameset><frame src="HIT/frame"></frameset>',
  '[click](javascript:RUN) and ![](HIT/markdown.png) and <javascript:RUN>',
  '![x](x"onerror="RUN) [y](HIT/y "title" onclick=RUN)',
  '<p>&lt;img src=x onerror=RUN&gt; &#x3c;script&#x3e;RUN&#x3c;/script&#x3e;</p>',
  '<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22RUN%22%3E%3Cimage href=%22HIT/in-data%22/%3E%3C/svg%3E">',
];

/** As values of front matter, each in the title, the source, the author, the categories, the link and the head image. */
const values: readonly string[] = [
  '<img src=x onerror=RUN>',
  '"><script>RUN</script>',
  'javascript:RUN',
  'data:text/html,<script>RUN</script>',
  '</h1><svg onload=RUN>',
  "' onclick='RUN' x='",
];

describe('an article that attacks', function () {
  this.timeout(600_000);
  let workbench: Workbench;
  let archive: TemporaryFolder;
  let server: LoopbackServer;

  before(async () => {
    server = await LoopbackServer.start();
  });

  after(async () => {
    await workbench?.close();
    await archive?.remove();
    await server?.stop();
  });

  it('runs nothing, goes nowhere and asks no server, whatever it holds', async () => {
    const run = `fetch('${server.origin}/ran');top.ran=1`;
    const filled = (text: string): string => text.replaceAll('HIT', server.origin).replaceAll('RUN', run);
    const quoted = (text: string): string => `'${filled(text).replaceAll("'", "''")}'`;
    const texts = [
      ...bodies.map((body) => ({ fields: '', body: filled(body) })),
      ...values.map((value) => {
        const fields = ['source', 'author', 'link', 'headimg'].map((field) => `${field}: ${quoted(value)}\n`);
        return { fields: `${fields.join('')}categories: [${quoted(value)}]\n`, body: filled(value) };
      }),
    ];
    const name = (at: number): string => `attack ${String(at).padStart(3, '0')}`;
    archive = await archiveOf(
      Object.fromEntries(
        texts.map(({ fields, body }, at) => [
          `${name(at)}.md`,
          `---\ntitle: ${name(at)}\ndate: 2031-01-01\n${fields}---\n\n${body}\n`,
        ]),
      ),
    );
    workbench = await openWorkbench({ folder: archive.path });
    const { page } = workbench;
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const refusals: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) refusals.push(message.text());
    });
    await workbench.openContainer('Marginalia');
    await workbench.view('Articles').waitForRows('the archive is read');
    await workbench.runCommand('Group by Folder');
    await workbench.runCommand('Sort by Title');
    await openPreview(workbench, `${name(0)}.md`, name(0));
    const preview = workbench.webview();
    const address = await preview.locator('html').evaluate(() => location.href);
    const before = refusals.length;
    await preview.locator('main.article h1').first().click();
    for (let at = 0; at < texts.length; at++) {
      await showsTitle(workbench, name(at));
      const state = await preview.locator('html').evaluate(() => ({
        address: location.href,
        ran: 'ran' in window || (window.top !== null && 'ran' in window.top),
        forbidden: document.querySelectorAll(
          'main script, main iframe, main object, main embed, main form, main base, main meta, main link, main style, main svg:not([class]) script, [onerror], [onload], [onclick], [style*="fixed"], [style*="url("], a[href^="javascript:" i], a[href^="data:" i]',
        ).length,
        isCovered: document.elementFromPoint(20, innerHeight - 20)?.closest('[data-cover]') !== null,
      }));
      assert.deepEqual(state, { address, ran: false, forbidden: 0, isCovered: false }, texts[at]?.body);
      if (at + 1 < texts.length) await page.keyboard.press('n');
    }
    await eventually('nothing is under way', async () => server.requests.length === 0);
    assert.deepEqual(server.requests, []);
    assert.deepEqual(refusals.slice(before), [], 'nothing even had to be refused by the policy');
    assert.deepEqual(errors, []);
    assert.ok(texts.length >= 60);
    // What the count can miss shows here: the server does hear of what is really asked for.
    const other = await page.context().newPage();
    await other.goto(`${server.origin}/seen`).catch(() => undefined);
    await other.close();
    await eventually('the server hears', () => server.count('/seen') === 1);
  });
});
