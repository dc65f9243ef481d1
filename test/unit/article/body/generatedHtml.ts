/** HTML as careless programs write it, the same for the same seed. */
export function generatedHtml(seed: number): string {
  let state = seed * 2654435761;
  const below = (limit: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % limit;
  };
  const one = (choices: readonly string[]): string => choices[below(choices.length)] ?? '';
  const space = (): string => one([' ', ' odd"', '  ', '\n', '\t', '\r\n', ' / ']);
  const address = (): string =>
    one([
      'a.png',
      'https://e.com/a?b=1&amp;c=2',
      '//h/码.jpg',
      'http://e.com/&#x41;&copy',
      'x y.gif',
      '',
      '/p/😀',
      'data:image/png;base64,AAAA',
    ]);
  const value = (text: string): string =>
    one([`"${text}"`, `'${text}'`, `" ${text}\n"`, /^[^\s"'=<>`]+$/.test(text) ? text : `"${text}"`]);
  const attribute = (name: string, text: string): string =>
    `${space()}${one([name, name.toUpperCase()])}${one(['=', ' = ', '=\n'])}${value(text)}`;
  const noise = (): string =>
    one([
      '',
      '',
      attribute('alt', 'an &lt;alt&gt; > 码'),
      attribute('class', 'x'),
      attribute('title', '<img src=no>'),
      ' hidden',
      attribute('src', address()),
    ]);
  const images = [
    () => `<img${noise()}${attribute('src', address())}${noise()}${one(['', '/', ' /'])}>`,
    () =>
      `<IMG${attribute('src', address())}${attribute(one(['data-src', '_src', 'data-original', 'data-lazy']), address())}>`,
    () => `<img${attribute('srcset', `${address()} 1x, b.png 2x,${address()}`)}${noise()}>`,
    () => `<picture><source${attribute('srcset', 'w.webp 2x')}><img${attribute('src', address())}></picture>`,
    () => `<video${attribute('poster', address())}><source src="v.mp4"></video>`,
    () => `<svg><image${attribute(one(['href', 'xlink:href']), address())}/></svg>`,
    () => `<input type="image"${attribute('src', address())}>`,
  ];
  const unseen = [
    '<!-- <img src=no> -->',
    '<script>if (a < b) "<img src=no>"</script>',
    '<style>a::after { content: "<img src=no>" }</style>',
    '<template><p><img src=no></p></template>',
    '<noscript><img src=no></noscript>',
    '<textarea><img src=no></textarea>',
    '<iframe src=no><img src=no></iframe>',
    '&lt;img src=no&gt;',
    '<![CDATA[<b>]]>',
    '<?php <img src=no> ?>',
    '</unopened>',
  ];
  const text = (): string => one(['text ', '码头，', '&amp;', '&nbsp;', 'a < b ', '😀', "it's ", '1&2 ', '\r\n']);
  const node = (depth: number): string => {
    switch (below(depth > 4 ? 4 : 9)) {
      case 0:
      case 1:
        return text();
      case 2:
        return (images[below(images.length)] ?? text)();
      case 3:
        return one(unseen);
      case 4:
        return `<a${noise()}${attribute('href', address())}>${inline(depth)}</a>`;
      case 5: {
        const name = one(['b', 'i', 'span', 'em', 'font']);
        return `<${name}${noise()}>${inline(depth)}${one([`</${name}>`, `</${name}>`, ''])}`;
      }
      case 6:
        return `<table><tr><td>${nodes(depth)}</td><td>${nodes(depth)}</table>`;
      case 7:
        return `<ul><li>${nodes(depth)}<li>${nodes(depth)}</ul>`;
      default: {
        const name = one(['div', 'p', 'h2', 'section', 'blockquote']);
        return `<${name}>${nodes(depth)}${one([`</${name}>`, `</${name.toUpperCase()} >`])}`;
      }
    }
  };
  const nodes = (depth: number): string => Array.from({ length: below(5) }, () => node(depth + 1)).join('');
  const inline = (depth: number): string =>
    text() + (depth > 4 ? text() : (images[below(images.length)] ?? text)()) + text();
  return `<div>${Array.from({ length: 12 }, () => node(0)).join('')}</div>`;
}
