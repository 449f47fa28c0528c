import { expect } from 'chai';
import { createLeakScanner } from './scanner.ts';

const nowMs = Date.UTC(2026, 0, 5);

describe('the leak scanner on public texts', () => {
  it('takes what the suite sent for public, unless it is short or an id', () => {
    const published = { texts: ['data', 'period', 'title', 'owner'], freeFields: ['period', 'title'] };
    const scanner = createLeakScanner({ nowMs, published });
    const id = '68637b2c71537909b4002371';
    const request = { path: `/x?limit=1&who=${id}`, headers: {}, body: '{"title":"Zweite Aufgabe"}' };
    const body = JSON.stringify({ data: { period: '1', title: 'Zweite Aufgabe', owner: id } });
    scanner.learnExchange({ seq: 0, request, response: { headers: {}, body } }, 'suite');
    const isFound = (text: string) => scanner.scan('file', text).length > 0;
    expect(isFound('{"title":"Zweite Aufgabe"}')).to.equal(false);
    expect(isFound('{"period":"1"}')).to.equal(true);
    expect(isFound(`{"owner":"${id}"}`)).to.equal(true);
  });

  it('takes what the suite served to a client for public, but not what the client adds', () => {
    const scanner = createLeakScanner({ nowMs });
    const message = 'Wartungsarbeiten bis Mitternacht';
    const response = { headers: { 'x-note': 'Zwischenspeicher' }, body: JSON.stringify({ message }) };
    scanner.learnExchange({ seq: 0, request: { path: '/v2.0/qorthoxy', headers: {} }, response }, 'client');
    scanner.learnText(
      `Fehler: ${message}\nx-note: Zwischenspeicher\n/home/hermione_q7/sync`,
      'output of the client',
    );
    const isFound = (text: string) => scanner.scan('file', text).length > 0;
    for (const text of [message, '"Zwischenspeicher"']) expect(isFound(text), text).to.equal(false);
    for (const text of ['/v2.0/qorthoxy', 'hermione_q7']) expect(isFound(text), text).to.equal(true);
  });

  it('ignores public words', () => {
    const scanner = createLeakScanner({ nowMs });
    scanner.publish(['A window of sixty seconds, observatory', { subject: 'social studies' }, 'grade']);
    const body = {
      error: 'Could not parse limit',
      subject: 'social studies',
      message: 'Observatory',
      grade: '12',
    };
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      date: 'Mon, 05 Jan 2026 12:00:00 GMT',
    };
    const request = { path: '/v2.0/students?limit=100', headers: { accept: 'image/avif,*/*;q=0.8' } };
    scanner.learnExchange({ seq: 0, request, response: { headers, body: JSON.stringify(body) } }, 'others');
    expect(
      scanner.scan(
        'file',
        `${JSON.stringify(body)} observatory application/json image/avif Mon, 05 Jan 2026`,
      ),
    ).to.deep.equal([]);
  });
});
