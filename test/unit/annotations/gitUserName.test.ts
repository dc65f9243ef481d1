import assert from 'node:assert/strict';
import { gitUserName } from '../../../src/core/annotations/gitUserName';

describe('the user name in a git configuration', () => {
  it('is that of the section user, the last one said', () => {
    assert.equal(gitUserName('[core]\n\tname = nobody\n[user]\n\temail = a@example.com\n\tname = Ada\n'), 'Ada');
    assert.equal(gitUserName('[user]\nname=Ada\r\n[User]\r\nName = Bo'), 'Bo');
    assert.equal(gitUserName('[user] name = 王芳'), '王芳');
  });

  it('is read without quotes, escapes and comments', () => {
    assert.equal(gitUserName('[user]\n  name = "Ada # L." ; who\n'), 'Ada # L.');
    assert.equal(gitUserName('[user]\nname = A \\"B\\" C # D'), 'A "B" C');
  });

  it('is none where there is none', () => {
    assert.equal(gitUserName(''), undefined);
    assert.equal(gitUserName('[user]\nname =\n'), undefined);
    assert.equal(gitUserName('[user "work"]\nname = Ada\n[remote "user"]\nname = x'), undefined);
    assert.equal(gitUserName('[user]\nemail = x\n[core]\nname = y'), undefined);
  });
});
