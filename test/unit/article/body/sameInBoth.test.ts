import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlExact } from '../../../../src/core/article/body/htmlExact';
import { readBody } from '../../../../src/core/article/body/readBody';
import { realArticles } from '../../../support/articleTexts';
import { projectRoot } from '../../../support/projectRoot';
import { generatedHtml } from './generatedHtml';

function articlesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function bodyStart(text: string): number {
  return /^\s*---\r?\n[\s\S]*?\n---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
}

/** Both ways agree, and every range lies inside its element. Returns how much was there to agree on. */
function assertSame(text: string, start: number, name: string): number {
  const fast = readBody(text, start, 'fast');
  assert.deepEqual(readBody(text, start, 'exact'), fast, name);
  for (const { range, element, via } of [...fast.images, ...fast.links.map((link) => ({ ...link, via: 'src' }))]) {
    assert.ok(start <= element.start && range.start <= range.end && element.start < element.end, name);
    // The address of a link or image by name is elsewhere, in the definition.
    const inside = element.start <= range.start && range.end <= element.end;
    assert.ok(inside || via === 'reference' || text[element.start] === '[', name);
  }
  return fast.images.length + fast.links.length;
}

describe('the fast and the exact way of reading HTML', () => {
  it('find the same in generated HTML', () => {
    let found = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const html = generatedHtml(seed);
      found += assertSame(`---\n码😀\n---\n${html}`, 11, `seed ${seed}: ${html}`);
    }
    assert.ok(found > 1500, `only ${found} images and links were generated`);
  });

  it('find the same in our fixtures', () => {
    const files = articlesIn(join(projectRoot, 'test', 'fixtures'));
    assert.ok(files.length > 0);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      assertSame(text, bodyStart(text), file);
    }
  });

  it('find the same in real articles', function () {
    const real = realArticles();
    if (real.length === 0) {
      process.stdout.write('      no real articles here (MARGINALIA_CORPUS names a folder of some)\n');
      this.skip();
    }
    let found = 0;
    for (const { path, text } of real) found += assertSame(text, bodyStart(text), path);
    assert.ok(found > 0, 'the real articles hold no image or link');
  });

  it('say the same as the tree itself does', () => {
    const html = '<p><img src=" a?b&amp;c "><a href="d&#x41;">e</a>';
    const read = htmlExact(html, 0);
    assert.ok(read);
    assert.deepEqual(
      [...read.images, ...read.links].map(({ url }) => url),
      ['a?b&c', 'dA'],
    );
  });
});
