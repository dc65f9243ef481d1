import { readFile } from 'node:fs/promises';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The names of the files in a zip file, as its directory gives them. */
export async function zipEntries(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(endOfDirectory);
  const end = bytes.lastIndexOf(signature);
  if (end < 0) throw new Error(`${path} is no zip file.`);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === directoryEntry) {
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}
