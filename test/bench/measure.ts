import { type Measurement, measurements } from './measurements';

/** The measured process: runs one measurement with nothing before it and prints its figures as JSON. */
async function main([name = '', root = '', scratch = '']: readonly string[]): Promise<void> {
  const measurement: Measurement | undefined = measurements[name];
  if (measurement === undefined) throw new Error(`There is no measurement ${name}.`);
  const figures = await measurement(root, scratch);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

void main(process.argv.slice(2));
