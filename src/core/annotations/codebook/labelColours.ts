/** Colours that people who see colours differently tell apart too, after Okabe and Ito (2008). */
export const labelColours = {
  orange: '#e69f00',
  sky: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  vermilion: '#d55e00',
  purple: '#cc79a7',
  grey: '#999999',
} as const;

export type LabelColour = keyof typeof labelColours;

/** One of the names above, or a colour as `#rrggbb`. */
export function isColour(text: string): boolean {
  return Object.hasOwn(labelColours, text) || /^#[0-9a-f]{6}$/i.test(text);
}

/** As `#rrggbb`; grey where nothing is said. */
export function colourValue(colour: string | undefined): string {
  if (colour === undefined) return labelColours.grey;
  const known = Object.entries(labelColours).find(([name]) => name === colour);
  return known?.[1] ?? (isColour(colour) ? colour.toLowerCase() : labelColours.grey);
}
