import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect } from 'chai';
import { InconclusiveError, UsageError } from '../../errors.ts';
import { openSandboxTarget, type SandboxTargetOptions } from '../../targets/sandbox.ts';
import { committed, only, pactWith } from '../testing.ts';
import { type BrokerOptions, readBrokerPacts } from './broker.ts';
import { type BrokerStub, openBrokerStub } from './broker-testing.ts';
import { requireKnownStates } from './pact-states.ts';
import { verifyFromBroker } from './verify-broker.ts';

const read = { request: { method: 'GET', path: '/v2.0/terms' }, response: { status: 200 } };

describe('pact verify through a broker', function () {
  this.timeout(60_000);
  let stub: BrokerStub;
  afterEach(() => stub.close());

  const optionsFor = (more: Partial<BrokerOptions> = {}): BrokerOptions => ({
    url: stub.url,
    token: 'token-of-the-broker',
    provider: 'clever',
    selectors: [{ mainBranch: true }],
    enablePending: true,
    ...more,
  });
  const verify = async (
    broker: BrokerOptions,
    env: NodeJS.ProcessEnv = process.env,
    tamper?: SandboxTargetOptions['tamper'],
  ) => {
    const target = openSandboxTarget({ seed: 1, students: 30, ...(tamper ? { tamper } : {}) });
    try {
      const pacts = await readBrokerPacts(broker);
      requireKnownStates(pacts);
      const signal = new AbortController().signal;
      return await verifyFromBroker(pacts, broker, { target, env, signal });
    } finally {
      await target.close();
    }
  };
  const servePact = async (pending = false) => {
    const pact = only(await committed('data-v2.0'), 'the list at /terms', 'a limit above 10,000');
    stub = await openBrokerStub({ ...pact.json, consumer: { name: 'roster-sync' } }, { pending });
  };

  it('sends the selectors, verifies, publishes under version and branch, and sends no telemetry', async () => {
    await servePact();
    // The core's telemetry would go through this proxy.
    let strangers = 0;
    const proxy = createServer((socket) => {
      strangers++;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => proxy.once('listening', resolve));
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const publish = { version: '1.2.3', branch: 'main', buildUrl: 'https://ci.example.test/7' };
    const result = await verify(optionsFor({ publish }), {
      ...process.env,
      HTTPS_PROXY: address,
      https_proxy: address,
    });
    proxy.close();
    expect(result.fault).to.equal(undefined);
    expect(result.notices).to.deep.equal(['This pact is the latest from main.']);
    expect(
      result.pacts.map((one) => [one.consumer, one.interactions.map((each) => each.outcome)]),
    ).to.deep.equal([['roster-sync', ['passed', 'passed']]]);
    const asked = stub.requests.filter(
      (one) => one.path.endsWith('/for-verification') && one.method === 'POST',
    );
    for (const { body } of asked)
      expect(body).to.include({ includePendingStatus: true, providerVersionBranch: 'main' });
    expect(asked.map(({ body }) => body.consumerVersionSelectors)).to.deep.equal([
      [{ mainBranch: true }],
      [{ mainBranch: true }],
    ]);
    expect(new Set(stub.requests.map((one) => one.authorization))).to.deep.equal(
      new Set(['Bearer token-of-the-broker']),
    );
    const published = stub.requests.find((one) => one.path === '/results');
    expect(published?.body).to.include({
      success: true,
      providerApplicationVersion: '1.2.3',
      buildUrl: 'https://ci.example.test/7',
    });
    expect(stub.requests.map((one) => one.path)).to.include(
      '/pacticipants/clever/branches/main/versions/1.2.3',
    );
    expect(strangers).to.equal(0);
  });

  it('a failing pending pact does not fail the run', async () => {
    await servePact(true);
    const { pacts } = await verify(optionsFor(), process.env, () => async () => Response.json({}));
    expect(pacts[0]?.interactions.map((one) => [one.outcome, one.pending])).to.deep.equal([
      ['failed', true],
      ['failed', true],
    ]);
    expect(stub.requests.map((one) => one.path)).to.not.include('/results');
  });

  it('a publishing error is a suite fault and keeps the verification result', async () => {
    await servePact();
    const pact = pactWith([{ description: 'x', ...read }]).json;
    stub.close();
    stub = await openBrokerStub(pact, { publishes: false });
    const { pacts, fault } = await verify(optionsFor({ publish: { version: '1' } }));
    expect(pacts[0]?.interactions[0]?.outcome).to.equal('passed');
    expect(fault?.message).to.contain('could not be published');
    expect(fault?.exitCode).to.equal(3);
  });

  it('an unknown state is reported before anything is verified', async () => {
    const odd = pactWith([{ description: 'x', providerStates: [{ name: 'there are students' }], ...read }]);
    stub = await openBrokerStub(odd.json);
    const fault = await verify(optionsFor()).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(UsageError);
    expect(stub.requests).to.have.length(3);
  });

  it('a broker that has no pacts, is not one, rejects or is unreachable is reported in one line', async () => {
    await servePact();
    const faultOf = (more: Partial<BrokerOptions>) =>
      readBrokerPacts(optionsFor(more)).catch((error: unknown) => error as Error);
    expect(await faultOf({ provider: 'unknown' })).to.be.instanceOf(UsageError);
    expect((await faultOf({ url: `${stub.url}/results` }))?.toString()).to.contain('returned 404');
    expect((await faultOf({ url: `${stub.url}/pacticipants/clever` }))?.toString()).to.contain(
      'is not a Pact broker',
    );
    const { url } = stub;
    stub.close();
    expect(await faultOf({ url })).to.be.instanceOf(InconclusiveError);
  });
});
