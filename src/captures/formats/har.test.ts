import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { withFolder } from '../../testing.ts';
import { createTrafficCollector } from './captured.ts';
import { readHar } from './har.ts';

describe('the tool of a HAR file', () => {
  const tools: readonly (readonly [creator: unknown, shown: string])[] = [
    [{ name: 'Firefox', version: '128.0' }, 'Firefox 128'],
    [{ name: 'WebInspector', version: '537.36' }, 'Chrome'],
    [{ name: 'WebKit Web Inspector', version: '1.0' }, 'Safari'],
    [{ name: 'Charles Proxy', version: '4.6.6' }, 'Charles 4'],
    [{ name: 'Insomnia REST Client', version: 'insomnia.desktop.app:v9.3.2' }, 'Insomnia'],
    [{ name: 'Polly.JS', version: 'v6.0' }, 'Polly.JS 6'],
    [{ name: 'Firefox', version: 'of Hermione' }, 'Firefox'],
    [{ name: 'Firefox', version: '20090919' }, 'Firefox'],
    [{ name: 'Hermione’s Firefox', version: '1' }, 'another tool'],
    [{ name: 'Firefoxy', version: '1' }, 'another tool'],
    [{ name: '\u001b[2J', version: '1' }, 'another tool'],
    [{ name: '' }, ''],
    [{ name: { toString: null } }, ''],
    ['Firefox', ''],
    [undefined, ''],
  ];
  it('is one of the known tools, or has no name', () =>
    withFolder(async (folder) => {
      for (const [creator, shown] of tools) {
        const file = join(folder, 'a.har');
        writeFileSync(file, JSON.stringify({ log: { version: '1.2', creator, entries: [] } }));
        const { creator: read } = await readHar(file, createTrafficCollector());
        expect(read, JSON.stringify(creator)).to.equal(shown);
      }
    }));
});
