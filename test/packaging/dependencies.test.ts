import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { docsAssets, vendoredAt } from '../../src/sandbox/http/docs/assets.ts';
import { withFolder } from '../../src/testing.ts';
import { vendorSwaggerUi } from '../../tools/vendor.ts';

const root = join(import.meta.dirname, '../..');
const jsonIn = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));

interface Locked {
  readonly dev?: true;
  readonly hasInstallScript?: true;
  readonly license?: string;
}

describe('what users of the package install', () => {
  const { packages } = jsonIn('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
  const installed = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev);

  it('runs no script', () => {
    expect(installed.filter(([, one]) => one.hasInstallScript).map(([name]) => name)).to.deep.equal([]);
    expect(jsonIn('package.json').scripts).to.not.have.any.keys('preinstall', 'install', 'postinstall');
    // The lock file does say which packages have scripts.
    expect(Object.values(packages).some((one) => one.hasInstallScript)).to.equal(true);
    expect(installed.map(([name]) => name)).to.include.members(['node_modules/hono', 'node_modules/chai']);
  });

  it('has a licence that allows it', () => {
    const licences = new Set(installed.map(([, { license }]) => license));
    expect(
      [...licences].filter((one) => !/^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)$/.test(one ?? '')),
    ).to.deep.equal([]);
  });

  it('has its own copy of the reference page, with licence and notice, instead of the package', () =>
    withFolder(async (dist) => {
      vendorSwaggerUi(dist);
      for (const name of [...Object.keys(docsAssets), 'LICENSE', 'NOTICE'])
        expect(existsSync(join(dist, vendoredAt, name)), name).to.equal(true);
      expect(readFileSync(join(dist, vendoredAt, 'LICENSE'), 'utf8')).to.include('Apache License');
    }));

  it('is listed in the bill of materials, with the copy of Swagger UI, and nothing else', () => {
    const text = execFileSync(process.execPath, [join(root, 'tools/sbom.ts')], { encoding: 'utf8' });
    const { bomFormat, metadata, components } = JSON.parse(text);
    expect([bomFormat, metadata.component.name]).to.deep.equal(['CycloneDX', 'clever-conformance']);
    const names = installed.map(([path]) => path.replace(/^.*node_modules\//, ''));
    const listed = components.map(({ group, name }: { group?: string; name: string }) =>
      group === undefined ? name : `${group}/${name}`,
    );
    expect(listed.sort()).to.deep.equal([...names, 'swagger-ui-dist'].sort());
  }).timeout(30_000);
});
