import assert from 'node:assert/strict';
import { describePassage } from '../../../../src/core/annotations/anchoring/describePassage';
import type { Anchor, Passage } from '../../../../src/core/annotations/anchoring/passage';
import { PreparedText } from '../../../../src/core/annotations/anchoring/preparedText';
import { TextAnchors } from '../../../../src/core/annotations/anchoring/textAnchors';
import { readArticleText } from '../../../../src/core/article/articleText/readArticleText';

const paragraphs = [
  'The night ferry returns to the harbour after eleven years.',
  'Tickets are sold at the pier. The crossing takes forty minutes, and the last boat leaves at eleven.',
  'Mayor Lin said the line would pay for itself. Nobody on the pier believed it.',
  '市政府表示，夜航将分两期恢复，第一期每晚三班。乘客可以在码头购票。',
  'Tickets are sold at the pier. The old kiosk stays shut.',
  '“我等这班船等了十一年。”一位乘客说。',
  'The port authority will review the figures in spring.',
];
const html = (blocks: readonly string[]): string => `<div>${blocks.map((block) => `<p>${block}</p>`).join('')}</div>`;

interface Remembered {
  readonly passage: Passage;
  readonly fingerprint: string;
}

/** The `nth` place of `quote` in an article. */
function remember(body: string, quote: string, nth = 0): Remembered {
  const prepared = new PreparedText(readArticleText(body));
  const { text, points } = prepared.article;
  let at = text.indexOf(quote);
  for (let left = nth; left > 0; left--) at = text.indexOf(quote, at + 1);
  assert.ok(at >= 0, `${quote} is not in the article`);
  const passage = describePassage(prepared, { start: points.pointOf(at), end: points.pointOf(at + quote.length) });
  assert.ok(passage);
  return { passage, fingerprint: prepared.fingerprint };
}

function find({ passage, fingerprint }: Remembered, body: string, withFingerprint = true): Anchor {
  const prepared = new PreparedText(readArticleText(body));
  return new TextAnchors(prepared, () => (withFingerprint ? fingerprint : undefined)).find(passage);
}

function placed(anchor: Anchor): string {
  return anchor.state === 'orphan' ? 'orphan' : `${anchor.state} ${anchor.start} ${anchor.text}`;
}

for (const withFingerprint of [true, false]) {
  const seek = (remembered: Remembered, body: string): string => placed(find(remembered, body, withFingerprint));

  describe(`anchoring ${withFingerprint ? 'with' : 'without'} a fingerprint`, () => {
    const mayor = remember(html(paragraphs), 'Mayor Lin said');

    it('finds a passage of an article that did not change', () => {
      assert.equal(seek(mayor, html(paragraphs)), `exact ${mayor.passage.start} Mayor Lin said`);
    });

    it('finds it after text was put before it', () => {
      const start = (mayor.passage.start ?? 0) + 'Share this page\n'.length;
      assert.equal(seek(mayor, html(['Share this page', ...paragraphs])), `moved ${start} Mayor Lin said`);
    });

    it('finds it in its paragraph when that was moved', () => {
      const [first = '', second = '', third = '', ...rest] = paragraphs;
      assert.match(seek(mayor, html([third, first, second, ...rest])), /^moved 0 Mayor Lin said$/);
    });

    it('finds it across a change of tags and breaks', () => {
      const body = paragraphs.join('<br />\n').replace('Mayor Lin', '<b>May</b>or <i class="x">Lin</i>');
      assert.match(seek(mayor, body), /^exact \d+ Mayor Lin said$/);
    });

    it('finds it in a conversion to Markdown', () => {
      const body = paragraphs.join('\n\n').replace('Mayor Lin said', '**Mayor Lin** said');
      assert.match(seek(mayor, body), /^exact \d+ Mayor Lin said$/);
    });

    it('finds it with a typo mended', () => {
      const misspelt = remember(html(paragraphs).replace('Mayor Lin said', 'Mayer Lin siad'), 'Mayer Lin siad');
      assert.match(seek(misspelt, html(paragraphs)), /^approximate \d+ Mayor Lin said$/);
    });

    it('finds it after a change of width', () => {
      const chinese = remember(html(paragraphs), '夜航将分两期恢复，第一期');
      const body = html(paragraphs).replaceAll('，', ',').replaceAll('。', '.').replaceAll('“', '「');
      assert.match(seek(chinese, body), /^approximate \d+ 夜航将分两期恢复,第一期$/);
    });

    it('tells the second of two phrases from the first', () => {
      const second = remember(html(paragraphs), 'Tickets are sold at the pier.', 1);
      const found = find(second, html(['New.', ...paragraphs]), withFingerprint);
      assert.equal(found.state, 'moved');
      assert.equal(found.state === 'moved' && found.start, (second.passage.start ?? 0) + 5);
    });

    it('takes no other place for a phrase whose sentence is gone', () => {
      const second = remember(html(paragraphs), 'sold at the pier', 1);
      const found = find(second, html(paragraphs.filter((_, index) => index !== 4)), withFingerprint);
      assert.equal(found.state, 'orphan');
      assert.equal(found.state === 'orphan' && found.candidates[0]?.text, 'sold at the pier');
    });

    it('takes nothing for a passage that was replaced, though all around it is the same', () => {
      assert.equal(seek(mayor, html(paragraphs).replace('Mayor Lin said', 'Some heard that')), 'orphan');
      const boat = remember(html(paragraphs), 'the last boat leaves at eleven');
      assert.equal(
        seek(boat, html(paragraphs).replace('the last boat leaves at eleven', 'dogs must be kept on a lead')),
        'orphan',
      );
    });

    it('takes nothing of another article', () => {
      assert.equal(seek(mayor, html(['A garden grows.', 'Bees came in May. Everybody was glad of it.'])), 'orphan');
      assert.equal(seek(mayor, ''), 'orphan');
    });

    it('finds a whole paragraph with a sentence put into it', () => {
      const whole = remember(html(paragraphs), paragraphs[1] ?? '');
      const body = html(paragraphs).replace('minutes, and', 'minutes in calm weather, and');
      assert.match(seek(whole, body), /^approximate \d+ Tickets .* calm weather, .* leaves at eleven\.$/);
    });
  });
}

describe('anchoring', () => {
  it('tells twins apart by the fingerprint alone', () => {
    const block =
      'Tickets are sold at the pier. The old kiosk stays shut. Bring coins for the machine beside the gate.';
    const before = ['One.', 'Two is longer.', block, 'Three comes now.', 'Four.'];
    const kept = remember(html(before), 'old kiosk');
    const found = find(kept, html(['One.', block, 'Two is longer.', block, 'Three comes now.', 'Four.']));
    assert.equal(found.state === 'moved' && found.start, (kept.passage.start ?? 0) + block.length + 1);
  });

  it('counts code points', () => {
    const { passage } = remember('<p>😀😀 wide 𠮷 end</p>', 'wide');
    assert.deepEqual([passage.start, passage.end], [3, 7]);
    assert.equal(passage.prefix, '😀😀 ');
  });

  it('never cuts a character as readers see it', () => {
    const prepared = new PreparedText(readArticleText('<p>a 👨‍👩‍👧‍👦 b e\u0301 c 🇨🇳 d</p>'));
    const { text, points } = prepared.article;
    const describeAt = (unit: number, length: number) =>
      describePassage(prepared, { start: points.pointOf(unit), end: points.pointOf(unit + length) })?.exact;
    assert.equal(describeAt(text.indexOf('👩'), 2), '👨‍👩‍👧‍👦');
    assert.equal(describeAt(text.indexOf('\u0301'), 1), 'e\u0301');
    assert.equal(describeAt(text.indexOf('🇨'), 2), '🇨🇳');
    for (let at = 0; at < text.length; at++) {
      const exact = describeAt(at, 1);
      if (exact !== undefined) assert.doesNotMatch(exact, /\p{Cs}/u);
    }
  });

  it('leaves white space at the ends out, and nothing of what is nothing else', () => {
    const prepared = new PreparedText(readArticleText('<p>one two</p><p>three</p>'));
    assert.equal(describePassage(prepared, { start: 3, end: 8 })?.exact, 'two');
    assert.equal(describePassage(prepared, { start: 3, end: 4 }), undefined);
    assert.equal(describePassage(prepared, { start: 5, end: 5 }), undefined);
  });

  it('finds a quote of which nothing but the words is known', () => {
    const passage = { exact: 'Nobody on the pier believed it', prefix: '', suffix: '' };
    const anchors = new TextAnchors(new PreparedText(readArticleText(html(paragraphs))));
    assert.equal(anchors.find(passage).state, 'moved');
    assert.equal(anchors.find({ ...passage, exact: '' }).state, 'orphan');
  });

  it('bears fingerprints that are none', () => {
    const { passage } = remember(html(paragraphs), 'Mayor Lin said');
    for (const broken of ['x', '????', '', '2:????']) {
      const anchors = new TextAnchors(new PreparedText(readArticleText(html(['New.', ...paragraphs]))), () => broken);
      assert.equal(anchors.find(passage).state, 'moved');
    }
    const odd = { ...passage, trace: { text: 'x', from: { piece: 9999, offset: -5 }, to: { piece: -3, offset: 1e9 } } };
    assert.equal(find({ passage: odd, fingerprint: '2:AAAA' }, html(paragraphs)).state, 'exact');
  });
});

describe('anchoring in lists', () => {
  const prose = 'The night ferry returns to the harbour after eleven years.';
  const line = (tags: string): string => html([prose, tags, prose.replace('ferry', 'tram')]);
  const seek = (before: string, quote: string, after: string, nth = 0): string =>
    placed(find(remember(line(before), quote, nth), line(after)));

  it('takes no other copy of a hashtag that was deleted', () => {
    const tags = '#招聘#招聘市场 #失业 #vlog #旅行 #招聘 #车站';
    assert.equal(seek(tags, '#失业', tags.replace('#失业 ', '')), 'orphan');
    assert.equal(seek(tags, '#招聘市场', tags.replace('#招聘市场 ', '')), 'orphan');
    assert.equal(seek(tags, '#招聘 ', tags.replace('#招聘 ', ''), 0), 'orphan');
  });

  it('takes the next link of a list for none that was deleted', () => {
    const links = 'https://bit.ly/39g0KZk 科技开箱 https://bit.ly/7aQ1xYp 手机评测 https://bit.ly/0KzT5bW 旅行日记';
    assert.equal(
      seek(links, 'https://bit.ly/7aQ1xYp 手机评测', links.replace('https://bit.ly/7aQ1xYp 手机评测 ', '')),
      'orphan',
    );
  });

  it('finds what was mistyped where it is, though the very same stands elsewhere', () => {
    const links = 'news.example.com/39g0 科技, shop.example.com/7aQ1 手机, blog.example.com/0KzT 旅行';
    assert.match(seek(links, '.com', links.replace('.com/7aQ1', '.cam/7aQ1'), 1), /^approximate \d+ \.cam$/);
    const words = 'A captain whose boat was late, a mate whose coat was wet, and a cook whose soup was cold.';
    assert.match(seek(words, 'whose', words.replace('mate whose', 'mate whote'), 1), /^approximate \d+ whote$/);
  });

  it('finds each of many twins where a line of them was doubled', () => {
    const names = ['王伟、李芳、张强', '刘静、王伟、陈丽', '赵敏、李芳、周杰'];
    const before = html([prose, ...names, prose]);
    const after = html([prose, names[2] ?? '', ...names, prose]);
    const found = find(remember(before, '李芳', 1), after);
    assert.equal(found.state === 'moved' && found.start, after.length > 0 ? prose.length + 1 + 9 + 9 + 9 + 3 : -1);
  });

  it('takes no copy next to it for a hashtag that was replaced between its neighbours', () => {
    const tags = '#书店露营#摄影茶叶#退休医院#科技经济#科技经济#摄影法律风筝#渡轮#灯塔';
    assert.equal(seek(tags, '#科技经济', tags.replace('#科技经济', '#花园#开')), 'orphan');
  });

  it('takes no changed copy for a credit that was deleted', () => {
    const credits = ['Cut: Leo Irving｜Coordination: David Adams｜Host: David Wright', 'Text: Emma Knight'];
    const before = html([prose, ...credits, 'economy phone lighthouse', ...credits]);
    const first = (credits[0] ?? '').replace('d Adam', '');
    const second = (credits[0] ?? '').replace('David Adams', 'Davvid Adams');
    const after = html([prose, first, 'Text: Emma Knight', 'economy phone lighthouse', second, 'Text: Emma Knight']);
    assert.equal(placed(find(remember(before, 'd Adam'), after)), 'orphan');
  });

  it('takes nothing that is like a passage where its context fits better without it', () => {
    const tags = '#metrotram #graduate#filmstartuppainting #harbourlibrary #phonelibrary';
    assert.equal(seek(tags, 'tin', tags.replace('tin', '')), 'orphan');
  });
});

describe('anchoring on short lines', () => {
  const prose = [
    'The night ferry returns to the harbour after eleven years.',
    '市政府表示，夜航将分两期恢复。',
    'The port authority will review the figures in spring.',
    '乘客可以在码头购票。',
  ];
  const lines = [prose[0] ?? '', '回复', prose[1] ?? '', prose[2] ?? '', '回复', prose[3] ?? ''];

  it('finds one that a sentence was put to, without a mark between', () => {
    const first = remember(html(lines), '回复');
    const glued = lines.with(0, `${lines[0]} 票价不变`).with(1, '回复利玛窦与徐光启的一张画像，来自一家图书馆的收藏');
    const at = (lines[0]?.length ?? 0) + ' 票价不变'.length + 1;
    assert.equal(placed(find(first, html(glued))), `moved ${at} 回复`);
  });

  it('takes nothing of the sentence that took its place', () => {
    const first = remember(html(lines), '回复');
    assert.equal(placed(find(first, html(lines.with(1, '利玛窦的信回复得很晚，来自一家图书馆的收藏')))), 'orphan');
  });

  it('finds one that was moved among others', () => {
    const lone = lines.with(4, '评论');
    const moved = [...lone.toSpliced(1, 1).slice(0, 2), '回复', ...lone.slice(4)].toSpliced(2, 0, prose[2] ?? '');
    const at = moved.slice(0, moved.indexOf('回复')).join('').length + moved.indexOf('回复');
    assert.equal(placed(find(remember(html(lone), '回复'), html(moved.toSpliced(4, 0)))), `moved ${at} 回复`);
  });
});
