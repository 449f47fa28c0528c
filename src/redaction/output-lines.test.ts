import { expect } from 'chai';
import { createOutputRedactor } from './output-lines.ts';

const redact = createOutputRedactor();
const last = (said: string, maxLines = 6) => redact(said, maxLines).join('\n');

describe('the output of a client in a report', () => {
  it('has the error, and the places of the own code, without paths and source code', () => {
    const python = [
      'Traceback (most recent call last):',
      '  File "/home/zoe/acme/sync.py", line 15, in <module>',
      '    for one in call("GET", secret_of_acme)["data"]:',
      '               ^^^^^^^^^^^^^^^^^^^^',
      '  File "/usr/lib/python3.11/urllib/request.py", line 643, in http_error_default',
      '    raise HTTPError(req.full_url, code, msg, hdrs, fp)',
      'urllib.error.HTTPError: HTTP Error 429: Too Many Requests',
    ];
    expect(last(python.join('\n'))).to.equal(
      [
        'Traceback (most recent call last):',
        '  File "sync.py", line 15, in <module>',
        'urllib.error.HTTPError: HTTP Error 429: Too Many Requests',
      ].join('\n'),
    );
  });

  it('is readable for other languages', () => {
    const table: readonly (readonly [string, string])[] = [
      ["KeyError: 'starting_after'", "KeyError: 'starting_after'"],
      ['/srv/app/sync.js:19:12', 'sync.js:19:12'],
      [
        '    at fetchAll (/srv/app/node_modules/ky/index.js:1:2)\nTypeError: fetch failed',
        'TypeError: fetch failed',
      ],
      [
        "sync.rb:12:in 'JSON.parse': unexpected token (JSON::ParserError)",
        "sync.rb:12:in 'JSON.parse': unexpected token (JSON::ParserError)",
      ],
      ['panic: runtime error: index out of range', 'panic: runtime error: index out of range'],
      ['\tat Sync.main(Sync.java:12)', '  at Sync.main(Sync.java:12)'],
      [
        "/usr/lib/ruby/3.1.0/json/common.rb:216:in `parse': unexpected token at '' (JSON::ParserError)\n" +
          "\tfrom /usr/lib/ruby/3.1.0/json/common.rb:216:in `parse'\n\tfrom sync.rb:12:in `block in <main>'",
        "common.rb:216:in `parse': unexpected token at '' (JSON::ParserError)\n  from sync.rb:12:in `… in <main>'",
      ],
    ];
    for (const [said, shown] of table) expect(last(said), said).to.equal(shown);
  });

  it('has nothing that may be data', () => {
    const private_ = [
      'Zoë',
      'Müllerova',
      '2011-05-03',
      '555-123-4567',
      '90210',
      'zoe@acme.example',
      'ab12cd34ef',
      'hunter2',
      '5f0c2d',
    ];
    for (const text of private_)
      for (const around of [
        'Error: no ',
        'name: ',
        'at ',
        'status ',
        'File "',
        '{"name": "',
        "KeyError: '",
        '/srv/',
      ])
        expect(last(around + text), around + text).not.to.include(text);
  });

  it('is short', () => {
    const lines = redact(`${'error '.repeat(10_000)}\n`.repeat(30), 6);
    expect(lines).to.have.length(6);
    for (const line of lines) expect(line.length).to.be.at.most(200);
  });
});
