/** Entries `from to`, with `|` between them. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
