const paths = {
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  unread: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z',
  read: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM5.4 8.2l1.9 1.9 3.4-3.9',
  display: 'M1.5 12.5 5 3.5h.4l3.5 9M2.7 9.5h5M10.5 12.5l2-5.5h.3l2 5.5M11.2 10.7h2.9',
  export: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11v2.5h11V11',
  image: 'M2 3.5h12v9H2zM4.5 6.5h.01M2.5 11.5 6 8l2.5 2.5L10.5 9l3 3',
  frame: 'M2 3.5h12v9H2zM2 6h12',
  problem: 'M8 2.2 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.01',
  shield: 'M8 1.8 13 3.6v4c0 3.2-2.1 5.4-5 6.6-2.9-1.2-5-3.4-5-6.6v-4Z',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  annotation: 'M2.5 3h11v8h-6L4.5 13.5V11h-2Z',
} as const;

export type IconName = keyof typeof paths;

const drawn = new Map<IconName, SVGSVGElement>();

/** A drawing of our own, in the colour of the text around it. */
export function icon(name: IconName): SVGSVGElement {
  let svg = drawn.get(name);
  if (svg === undefined) {
    svg = draw(paths[name]);
    drawn.set(name, svg);
  }
  return svg.cloneNode(true) as SVGSVGElement;
}

function draw(line: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', line);
  svg.append(path);
  return svg;
}
