/** An article of our own in Chinese, with all that a page can hold. */
export const chineseArticle = `---
title: 北湾最后一班摆渡船：四十年后，船长第一次坐在乘客的位置上
author: 林知远
source: 北湾晚报
date: 2024-03-09 18:20:00
categories:
 - 城市
 - 交通
link: https://example.com/beiwan/ferry
headimg: https://example.com/head.jpg
---

<div>
<p>清晨五点四十分，<b>北湾码头</b>的灯还没有全亮。陈守义把帽子夹在腋下，沿着他走了四十年的栈桥往前走——只是这一次，他走向的是乘客的座位。新的电动渡轮 <i>Beiwan&nbsp;2</i> 今天首航，航速 18 节，比旧船快了将近一倍。</p>
<p>“声音太轻了，”他说，“轻得让人不知道船是不是真的在动。”</p>
<h2>从柴油到电池</h2>
<p>新船的电池组重 12 吨，可以支撑<a href="https://example.com/battery">六次往返</a>。按照港务局公布的<a href="#notes">数字</a>，每年可以少用 340&nbsp;000 升柴油。</p>
<p><img data-original="/harbour/ferry.jpg" src="/img/loading.gif" alt="渡轮停靠在北湾码头" width="640" height="400"></p>
<p><img src="https://example.com/elsewhere.jpg" alt="乘客在甲板上"></p>
<blockquote><p>“我开船的时候，海是用耳朵听的。现在，大概要学着用眼睛看了。”</p></blockquote>
<ul><li>首航时间：每天 06:00</li><li>票价：4 元，老人免费</li></ul>
<table><tr><th>航线</th><th>旧船</th><th>新船</th></tr><tr><td>北湾—东洲</td><td>42 分钟</td><td>23 分钟</td></tr><tr><td>北湾—灯塔岛</td><td>65 分钟</td><td>38 分钟</td></tr></table>
<h3 id="notes">注</h3>
<p>本文数字由港务局提供，代码示例 <code>speed = distance / time</code> 仅供参考。</p>
<pre>06:00  北湾 -> 东洲
06:40  东洲 -> 北湾</pre>
<iframe src="https://video.example.com/watch/9"></iframe>
<script>window.tracked = true</script>
<img src="https://pixel.wp.com/b.gif" width="1" height="1">
</div>
`;

/** An article of our own in English, in Markdown. */
export const englishArticle = `---
title: The tide clock that nobody winds
author: Mara Ellison
source: Harbour Ledger
date: Sat, 09 Mar 2024 08:00:00 GMT
categories: [Harbour, Science]
link: https://example.com/tide-clock
---

For **eleven years** the clock on the customs house has kept the time of the tide, not of the sun. It runs fast by
fifty minutes a day, *as it should*.

## How it works

A float in the old dry dock drives a chain, and the chain drives the hand. There is [a drawing](drawing.md) of it in
the library, and a longer account [on the society's site](https://example.com/society).

> Nobody winds it. The moon does.

1. The float rises.
2. The chain turns the wheel.

| Day | High water | Low water |
| --- | ---: | ---: |
| Monday | 06:12 | 12:25 |
| Tuesday | 07:02 | 13:16 |

![The dial, seen from the quay](images/dial.jpg)

\`\`\`
rate = 24.84 / 24
\`\`\`
`;
