import type { RenderMessage } from '../../src/protocol/previewMessages';

/** Run in the page: shows an article, does with every element of it what a person might, and tells what is said then. */
export async function showAndPoke(message: RenderMessage): Promise<readonly unknown[]> {
  const { sent } = window as unknown as { readonly sent: { readonly kind: string; readonly version?: number }[] };
  sent.splice(0);
  window.postMessage(message, '*');
  const isShown = () => sent.some(({ kind, version }) => kind === 'didRender' && version === message.version);
  const nextTask = () => {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  };
  for (let tries = 0; !isShown(); tries++) {
    if (tries > 10_000) throw new Error(`Not shown: ${JSON.stringify(message)}`);
    await nextTask();
  }
  const types = 'pointerover mouseover mouseenter pointerdown contextmenu focus keydown toggle dblclick animationstart';
  for (const element of [...document.querySelectorAll<HTMLElement>('main, main *')].slice(0, 300)) {
    for (const type of types.split(' '))
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    element.focus?.();
    // An image is enlarged by it, and would be in the way of the next.
    if (element.closest('button.enlarge') === null) element.click?.();
  }
  // Errors and loads of what a body brings come in tasks of their own.
  for (let task = 0; task < 3; task++) await nextTask();
  return sent.splice(0);
}

/** Run in the page: what of it must never be there. */
export function dangersIn(): readonly string[] {
  const found: string[] = [];
  const root = document.querySelector('main');
  if (root === null) return ['no article at all'];
  if ('pwned' in window) found.push('a script has run');
  if ('polluted' in {}) found.push('a prototype is polluted');
  const own = new Set(['svg', 'path', 'button', 'img', 'main', 'details', 'summary', 'header', 'footer']);
  const known = new Set(
    (
      'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn dir div dl dt em ' +
      'figcaption figure h1 h2 h3 h4 h5 h6 hgroup hr i ins kbd li mark menu nav ol p pre q rp rt ruby s samp section small span ' +
      'strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
    ).split(' '),
  );
  for (const element of root.querySelectorAll('*')) {
    const name = element.localName;
    if (!known.has(name) && !own.has(name)) found.push(`<${name}>`);
    if (name === 'svg' && !element.classList.contains('icon')) found.push('a drawing of the article');
    if (element.shadowRoot !== null) found.push('a shadow root');
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$|^action$|^ping$|^srcset$|^xlink|^background$|^is$|^slot$/i.test(attribute)) {
        found.push(`${attribute} on <${name}>`);
      }
      if (attribute === 'href' && !/^(?:https?:\/\/|mailto:|#)/.test(value)) found.push(`href ${value}`);
      if (attribute === 'src' && !(name === 'img' && /^data:image\//.test(value)))
        found.push(`src ${value} on <${name}>`);
      if (/^(?:id|name)$/.test(attribute) && !value.startsWith('user-')) found.push(`${attribute} ${value}`);
      if (/^data-mg-/.test(attribute)) found.push(attribute);
      if (attribute === 'style' && /url|var|position|image|fixed|expression/i.test(value)) found.push(`style ${value}`);
    }
  }
  const stray = [...document.body.children].filter(
    ({ localName }) => !/^(?:header|main|dialog|script)$/.test(localName),
  );
  for (const { localName } of stray) found.push(`<${localName}> in the body`);
  if (document.head.querySelectorAll('*').length !== 6) found.push('the head has changed');
  const scripts = [...document.scripts].map(({ type, src }) => type || (src === '' ? 'inline' : new URL(src).pathname));
  if (scripts.join() !== 'application/json,/preview.js') found.push(`scripts ${scripts.join()}`);
  if (document.title !== 'Preview') found.push('the title has changed');
  return found;
}

/** Run in a page without any protection: whether a body runs a script there, so that it is known to be worth holding off. */
export async function runsBare(body: string): Promise<boolean> {
  Reflect.deleteProperty(window, 'pwned');
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  place.innerHTML = body;
  const isRun = () => 'pwned' in window;
  for (const element of place.querySelectorAll<HTMLElement>('*')) {
    if (isRun() || element.localName === 'a' || element.localName === 'form') break;
    element.focus?.();
    for (const type of ['click', 'mouseover', 'mouseenter', 'pointerover']) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: false }));
    }
  }
  for (let frame = 0; frame < 3 && !isRun(); frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return isRun();
}
