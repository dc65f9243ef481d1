/** What an IP address is for; only a public one leads out into the world. */
export type AddressKind = 'public' | 'loopback' | 'private' | 'linkLocal' | 'uniqueLocal' | 'reserved';

type Block = readonly [base: string, bits: number, kind: AddressKind];

const fourBlocks: readonly Block[] = [
  ['0.0.0.0', 8, 'reserved'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'private'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'linkLocal'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'reserved'],
  ['192.88.99.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'reserved'],
  ['198.51.100.0', 24, 'reserved'],
  ['203.0.113.0', 24, 'reserved'],
  ['224.0.0.0', 3, 'reserved'],
];

const parsedBlocks = fourBlocks.map(([base, bits, kind]) => ({ base: fourOf(base) ?? 0, bits, kind }));

/** The kind of an address in any of its forms, brackets and zones included; undefined for what is no address. */
export function addressKind(text: string): AddressKind | undefined {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const four = fourOf(bare);
  if (four !== undefined) return kindOfFour(four);
  const six = sixOf(bare);
  return six === undefined ? undefined : kindOfSix(six);
}

function kindOfFour(address: number): AddressKind {
  const block = parsedBlocks.find(({ base, bits }) => address >>> (32 - bits) === base >>> (32 - bits));
  return block?.kind ?? 'public';
}

function kindOfSix(groups: readonly number[]): AddressKind {
  const [first = 0, second = 0] = groups;
  const isZeroTo = (end: number): boolean => groups.slice(0, end).every((group) => group === 0);
  const four = (at: number): AddressKind => kindOfFour((((groups[at] ?? 0) << 16) | (groups[at + 1] ?? 0)) >>> 0);
  if (isZeroTo(7) && groups[7] === 1) return 'loopback';
  if (isZeroTo(7) && groups[7] === 0) return 'reserved';
  // An IPv4 address in the clothes of IPv6 is what it is.
  if (isZeroTo(5) && groups[5] === 0xffff) return four(6);
  if (isZeroTo(4) && groups[4] === 0xffff && groups[5] === 0) return four(6);
  if (isZeroTo(6)) return four(6);
  if (first === 0x64 && second === 0xff9b)
    return groups.slice(2, 6).every((group) => group === 0) ? four(6) : 'private';
  if (first === 0x2002) return four(1);
  if (first >>> 9 === 0x7e) return 'uniqueLocal';
  if (first >>> 6 === 0x3fa || first >>> 6 === 0x3fb) return 'linkLocal';
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return 'reserved';
  if (first === 0x3fff && second < 0x1000) return 'reserved';
  return first >>> 13 === 1 ? 'public' : 'reserved';
}

/** Also what only old programs take for an address: `0x7f.1`, `2130706433`, `0177.0.0.1`. */
function fourOf(text: string): number | undefined {
  const parts = text.replace(/\.$/, '').split('.');
  if (parts.length > 4) return undefined;
  let address = 0;
  for (const [index, part] of parts.entries()) {
    const value = numberOf(part);
    const isLast = index === parts.length - 1;
    const room = isLast ? 2 ** (8 * (4 - index)) : 256;
    if (value === undefined || value >= room) return undefined;
    address += isLast ? value : value * 2 ** (8 * (3 - index));
  }
  return address >>> 0;
}

function numberOf(part: string): number | undefined {
  if (/^0x[\da-f]*$/i.test(part)) return part.length === 2 ? 0 : Number.parseInt(part.slice(2), 16);
  if (/^0[0-7]*$/.test(part)) return Number.parseInt(part, 8);
  return /^[1-9]\d*$/.test(part) ? Number(part) : undefined;
}

function sixOf(text: string): readonly number[] | undefined {
  if (!text.includes(':') || !/^[\da-f:.]+$/i.test(text)) return undefined;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  for (const part of text.split(':')) {
    if (part.includes('.')) {
      const four = fourOf(part);
      if (four === undefined) return undefined;
      groups.push(four >>> 16, four & 0xffff);
    } else if (/^[\da-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return groups;
}
