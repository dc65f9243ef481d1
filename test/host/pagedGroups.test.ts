import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { moreItem, PagedGroups } from '../../src/extension/ui/pagedGroups';
import { activated } from './sampleArchive';

const rows = Array.from({ length: 2500 }, (_, index) => ({ index }));
const group = { id: 'a' };

describe('very large groups', () => {
  let refreshed: string[];
  let pages: PagedGroups<{ readonly id: string }>;

  beforeEach(() => {
    refreshed = [];
    pages = new PagedGroups(({ id }) => refreshed.push(id));
  });

  it('show a thousand rows, and more by the command of their last one', async () => {
    await activated();
    const last = pages.page(group, rows).at(-1);
    assert.ok(last !== undefined && 'show' in last);
    assert.deepEqual([pages.page(group, rows).length, last.hidden], [1001, 1500]);
    const { command, label } = moreItem(last);
    assert.match(String(label), /^1,?500 more…$/);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    assert.deepEqual(refreshed, ['a']);
    assert.equal(pages.page(group, rows).length, 2001);
    assert.equal(pages.page({ id: 'b' }, rows).length, 1001);
  });

  it('show the rows up to one that is wanted', () => {
    pages.include(group, 999);
    assert.deepEqual(refreshed, []);
    pages.include(group, 2000);
    assert.deepEqual([refreshed, pages.limit(group)], [['a'], 3000]);
    assert.equal(pages.page(group, rows).length, 2500);
  });
});
