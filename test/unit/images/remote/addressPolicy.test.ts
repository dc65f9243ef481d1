import assert from 'node:assert/strict';
import { AddressPolicy } from '../../../../src/core/images/remote/addressPolicy';
import { addressKind } from '../../../../src/core/images/remote/ipAddress';

const kinds: Readonly<Record<string, readonly string[]>> = {
  public: [
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '2606:4700::1111',
    '[2a00:1450::1]',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ],
  loopback: [
    '127.0.0.1',
    '127.255.0.3',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:7f00:0001',
  ],
  private: [
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '::ffff:10.0.0.1',
    '2002:c0a8:101::',
  ],
  linkLocal: ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1', '::ffff:169.254.1.1'],
  uniqueLocal: ['fc00::1', 'fd12:3456::1'],
  reserved: [
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '2001:db8::1',
    'ff02::1',
    '2001::1',
  ],
};

describe('the kind of an address', () => {
  for (const [kind, addresses] of Object.entries(kinds)) {
    it(`is ${kind} for ${addresses.join(', ')}`, () => {
      assert.deepEqual(
        addresses.map(addressKind),
        addresses.map(() => kind),
      );
    });
  }

  it('is seen through numbers in any form', () => {
    for (const form of [
      '2130706433',
      '0x7f000001',
      '0x7f.1',
      '0177.0.0.1',
      '017700000001',
      '127.1',
      '127.0.1',
      '0x7F.0x0.0x0.0x1',
    ]) {
      assert.equal(addressKind(form), 'loopback', form);
    }
    for (const form of ['3232235777', '0xc0.0xa8.1.1', '0300.0250.01.01'])
      assert.equal(addressKind(form), 'private', form);
  });

  it('is none for names and nonsense', () => {
    for (const text of [
      '',
      'a',
      'localhost',
      '1.2.3.4.5',
      '256.1.1.1',
      '08.1.1.1',
      ':',
      ':::',
      '1::2::3',
      '12345::',
      'a.b:c',
    ]) {
      assert.equal(addressKind(text), undefined, text);
    }
  });
});

describe('the address policy', () => {
  const policy = new AddressPolicy([]);
  const refusals = (urls: readonly string[]) => urls.map((url) => policy.refusal(url)?.kind);

  it('lets public hosts be asked', () => {
    assert.deepEqual(
      refusals(['https://news.org/a.png', 'http://8.8.8.8/', 'https://contest.org/', 'https://localhost.org/']),
      [undefined, undefined, undefined, undefined],
    );
  });

  it('refuses private addresses in any form of a URL', () => {
    const urls = [
      'http://127.0.0.1/',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://[::1]:80/',
      'http://[::ffff:10.0.0.1]/',
      'http://192.168.1.1./',
    ];
    assert.deepEqual(
      refusals(urls),
      urls.map(() => 'privateAddress'),
    );
  });

  it('refuses reserved names', () => {
    const urls = [
      'http://example.com/',
      'http://img.example.org/',
      'http://a.test/',
      'http://LOCALHOST/',
      'http://x.invalid./',
      'http://nas.local/',
    ];
    assert.deepEqual(
      refusals(urls),
      urls.map(() => 'reservedName'),
    );
  });

  it('refuses what is no web address', () => {
    assert.deepEqual(
      refusals(['ftp://news.org/', 'file:///etc/passwd', 'nonsense', '']),
      Array.from({ length: 4 }, () => 'noAddress'),
    );
  });

  it('refuses names that lead to private addresses', () => {
    assert.equal(policy.allowsAddress('news.org', '93.184.216.34'), true);
    for (const address of ['127.0.0.1', '10.0.0.1', '::ffff:192.168.0.1', 'fe80::1', 'nonsense']) {
      assert.equal(policy.allowsAddress('news.org', address), false, address);
    }
  });

  it('allows private hosts by name, by the end of names and by address', () => {
    const open = new AddressPolicy(['NAS.local', '*.intern.test', '10.1.2.3', '::1', ' 0x7f.1 ']);
    for (const url of [
      'http://nas.local/',
      'http://a.b.intern.test/',
      'http://10.1.2.3/',
      'http://[0::1]/',
      'http://127.0.0.1/',
    ]) {
      assert.equal(open.refusal(url), undefined, url);
    }
    for (const url of ['http://nas2.local/', 'http://intern.test/', 'http://10.1.2.4/', 'http://xintern.test/']) {
      assert.notEqual(open.refusal(url), undefined, url);
    }
    assert.equal(open.allowsAddress('nas.local', '192.168.0.9'), true);
    assert.equal(open.allowsAddress('news.org', '10.1.2.3'), true);
    assert.equal(open.allowsAddress('news.org', '10.1.2.4'), false);
  });
});
