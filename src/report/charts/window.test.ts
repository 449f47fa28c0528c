import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { readExchanges } from '../../traffic/reader.ts';
import { sampleExchange } from '../testing.ts';
import { isWindow, renderWindow } from './window.ts';

const resetS = Date.UTC(2026, 0, 5, 12, 1) / 1000;

function answer(seq: number, remaining: string, reset: string = String(resetS), status = 200): ReadExchange {
  const plain = sampleExchange();
  const headers = { 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset };
  const response = { status, headers, body: '', receivedAtMs: 0 };
  return readExchanges([{ ...plain, seq, response }], profiles)[0]!;
}

describe('the figure of a rate-limit window', () => {
  it('shows each request with what remained, the refusals, and each Reset that was named', () => {
    const html = renderWindow(
      [
        answer(0, '3'),
        answer(1, '2'),
        answer(2, '2', String(resetS + 2)),
        answer(3, '0', String(resetS + 2), 429),
      ],
      new Set([2]),
    );
    expect(html.match(/<circle class="good"/g)).to.have.length(2);
    expect(html.match(/<circle class="bad"/g)).to.have.length(1);
    expect(html).to.contain('class="refusal"').and.contain('>12:01:00<').and.contain('>12:01:02<');
    expect(html).to.contain(
      '4 requests; Remaining between 0 and 3; 1 rejected with 429; 2 different Resets; 1 request cited by a finding, in red.',
    );
    expect(html).to.contain('request 3: Remaining 2 Reset 12:01:02 ◄ finding');
  });

  it('leaves out the long way down, but not the end of it', () => {
    const fall = Array.from({ length: 1200 }, (_, seq) => answer(seq, String(1199 - seq)));
    const html = renderWindow(
      [...fall, answer(1200, '0', String(resetS), 429), answer(1201, '1199')],
      new Set(),
    );
    expect(html).to.match(/… 11\d\d more …/);
    expect(html).to.contain('1202 requests').and.contain('>429<');
    expect(html.length).to.be.below(9000);
  });

  it('is drawn only if enough responses have a Remaining value', () => {
    expect(isWindow([answer(0, '3'), answer(1, '2'), answer(2, '1')])).to.equal(false);
    expect(isWindow([answer(0, '3'), answer(1, 'x'), answer(2, '1'), answer(3, '5, 0')])).to.equal(false);
  });

  it('takes strange numbers as they come', () => {
    const strange = [
      answer(0, '5'),
      answer(1, '5', '1767614460000'),
      answer(2, '5', ''),
      answer(3, '5', '0'),
      answer(4, 'x'),
    ];
    expect(renderWindow(strange, new Set())).to.not.match(/NaN|Infinity|undefined|Invalid/);
    const far = Array.from({ length: 4 }, (_, seq) => answer(seq, '999999999999999', '999999999999999'));
    expect(renderWindow(far, new Set())).to.not.match(/NaN|Infinity|undefined|Invalid/);
  });
});
