import { expect } from 'chai';
import { AnswerResponse, json } from './answer.ts';

describe('a response of the sandbox', () => {
  const make = () => new AnswerResponse({ ...json(404, { error: 'x' }), headers: { 'X-Name': 'value' } });

  it('behaves as a Response', async () => {
    expect(make()).to.be.instanceOf(Response);
    expect([make().status, make().ok, make().headers.get('x-name')]).to.deep.equal([404, false, 'value']);
    expect(await make().json()).to.deep.equal({ error: 'x' });
    expect(await make().text()).to.equal('{"error":"x"}');
    expect((await make().arrayBuffer()).byteLength).to.equal(13);
    expect((await make().bytes()).length).to.equal(13);
    expect((await make().blob()).size).to.equal(13);
    const copy = new Response(make().body, make());
    expect([copy.status, copy.headers.get('x-name'), await copy.text()]).to.deep.equal([
      404,
      'value',
      '{"error":"x"}',
    ]);
    const cloned = make();
    expect(await cloned.clone().text()).to.equal(await cloned.text());
    expect(cloned.bodyUsed).to.equal(true);
  });

  it('keeps changed headers, and has no body stream for an empty body', () => {
    const response = make();
    response.headers.set('x-name', 'other');
    expect(response.headers.get('x-name')).to.equal('other');
    expect(new AnswerResponse({ status: 429, headers: {}, body: '' }).body).to.equal(null);
  });
});
