import assert from 'node:assert/strict';
import { fileFormat } from '../../../../src/core/images/remote/imageFormat';
import { imageSize } from '../../../../src/core/images/remote/imageSize';
import { isCutShort } from '../../../../src/core/images/remote/isCutShort';
import { pictures } from '../../../support/pictures';

const bytes = (text: string) => new TextEncoder().encode(text);
const formatOf = (name: string) => (name.startsWith('webp') ? 'webp' : name);

describe('the bytes of an image', () => {
  for (const [name, make] of Object.entries(pictures)) {
    it(`show ${name} and its size, and where it is cut`, () => {
      const width = name === 'ico' ? 48 : 321;
      const height = name === 'ico' ? 32 : 123;
      const file = make(width, height);
      const format = fileFormat(file);
      assert.equal(format, formatOf(name));
      if (format === undefined) return;
      assert.deepEqual(imageSize(file, format), { width, height });
      assert.equal(isCutShort(file, format, file.length, true), false);
      assert.equal(isCutShort(file.subarray(0, file.length - 9), format, file.length - 9, true), true);
    });

    it(`never make ${name} throw, however little of it there is`, () => {
      const file = make();
      for (let length = 0; length < file.length; length += length < 64 ? 1 : 17) {
        const part = file.subarray(0, length);
        const format = fileFormat(part);
        if (format === undefined) continue;
        imageSize(part, format);
        isCutShort(part, format, undefined, true);
      }
    });
  }

  it('tell of texts what they are', () => {
    const texts: readonly (readonly [string, string | undefined])[] = [
      ['<!DOCTYPE html><html>', 'html'],
      ['\ufeff \n<!-- made by -->\n<HTML lang="en">', 'html'],
      ['<html><body><svg width="1"></svg>', 'html'],
      ['{"error": "not found"}', 'json'],
      ['[{"a":1}]', 'json'],
      ['Not found', 'text'],
      ['<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><svg xmlns="a">', 'svg'],
      ['<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', 'svg'],
      ['   ', undefined],
    ];
    for (const [text, format] of texts) assert.equal(fileFormat(bytes(text)), format, text);
  });

  it('take kinds of images that browsers do not show for what they are', () => {
    assert.equal(fileFormat(bytes('II*\0')), 'tiff');
    assert.equal(fileFormat(bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic')), 'heic');
    assert.equal(fileFormat(new Uint8Array([0xff, 0x0a, 1, 2])), 'jxl');
    assert.equal(fileFormat(bytes('\0\0\0\x18ftypmp42\0\0\0\0isommp42')), undefined);
  });

  it('read the size of an SVG image from what it says, else from its view box', () => {
    const size = (text: string) => imageSize(bytes(text), 'svg');
    assert.deepEqual(size('<svg width="2in" height="96px">'), { width: 192, height: 96 });
    assert.deepEqual(size("<svg viewBox='0 0 24 12' width='100%'>"), { width: 24, height: 12 });
    assert.equal(size('<svg>'), undefined);
  });

  it('find a JPEG frame behind a large thumbnail, and its end before what follows it', () => {
    const plain = pictures.jpeg(500, 400);
    const thumbnail = new Uint8Array(5000);
    thumbnail.set([0xff, 0xe1, (4998 >> 8) & 255, 4998 & 255]);
    const file = new Uint8Array([...plain.subarray(0, 20), ...thumbnail, ...plain.subarray(20), 0, 0, 0]);
    assert.deepEqual(imageSize(file, 'jpeg'), { width: 500, height: 400 });
    assert.equal(isCutShort(file, 'jpeg', file.length, true), false);
    assert.equal(imageSize(file.subarray(0, 3000), 'jpeg'), undefined);
  });

  it('show from the length alone that a WebP or BMP file is cut', () => {
    for (const format of ['webp', 'bmp'] as const) {
      const file = pictures[format]();
      assert.equal(isCutShort(file.subarray(0, 30), format, file.length, false), false);
      assert.equal(isCutShort(file.subarray(0, 30), format, file.length - 5, false), true);
    }
  });
});
