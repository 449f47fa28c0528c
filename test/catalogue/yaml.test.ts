import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { load } from 'js-yaml';
import { parse, parseDocument, visit } from 'yaml';

const root = join(import.meta.dirname, '../..');
const files = ['.', 'openapi', '.github', '.github/workflows'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name)),
);
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');

/**
 * Unquoted texts in a flow collection with a character that has a meaning there in some readers. PyYAML and Go's yaml.v3 end
 * such a text at a question mark.
 */
function ambiguous(text: string): readonly string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Scalar(_, { type, source = '' }, path) {
      const inFlow = path.some((node) => 'flow' in node && node.flow === true);
      if (type === 'PLAIN' && inFlow && /[?,[\]{}]|:(?!\/\/)/.test(source)) found.push(source);
    },
  });
  return found;
}

describe('the YAML files', () => {
  it('are all known', () => {
    expect(files).to.include.members([
      'redocly.yaml',
      'openapi/data-v3.1.yaml',
      'openapi/data-v3.0.overlay.yaml',
    ]);
    expect(files).to.have.length.of.at.least(7);
  });

  for (const name of files) {
    it(`mean the same to every reader: ${name}`, () => {
      const text = textOf(name);
      const value = parse(text, { version: '1.2', strict: true, maxAliasCount: 100 });
      expect(value, 'read as YAML 1.1').to.deep.equal(parse(text, { version: '1.1', maxAliasCount: 100 }));
      expect(value, 'read by js-yaml').to.deep.equal(load(text));
      expect(ambiguous(text)).to.deep.equal([]);
    });
  }

  it('would be found if they did not', () => {
    expect(ambiguous('a: [/sections?limit=1]')).to.deep.equal(['/sections?limit=1']);
    expect(ambiguous("a: ['/sections?limit=1', https://example.org]\nb: /sections?limit=1")).to.deep.equal(
      [],
    );
    expect(parse('a: [N, 2026-01-05]', { version: '1.1' })).not.to.deep.equal(parse('a: [N, 2026-01-05]'));
  });
});
