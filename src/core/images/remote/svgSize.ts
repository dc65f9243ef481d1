import type { ImageSize } from './pixelSize';

const pixels: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** The size that an SVG picture gives itself, else that of its view box. */
export function svgSize(text: string): ImageSize | undefined {
  const tag = /<(?:[a-z]+:)?svg\b[^>]*/i.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const width = lengthOf(attribute(tag, 'width'));
  const height = lengthOf(attribute(tag, 'height'));
  if (width !== undefined && height !== undefined) return { width, height };
  const [, , boxWidth, boxHeight] = (attribute(tag, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return boxWidth === undefined || boxHeight === undefined || !(boxWidth > 0) || !(boxHeight > 0)
    ? undefined
    : { width: Math.round(boxWidth), height: Math.round(boxHeight) };
}

function attribute(tag: string, name: string): string | undefined {
  const [, , value] = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag) ?? [];
  return value;
}

function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '') ?? [];
  const factor = pixels[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Math.round(Number(number) * factor);
}
