import { expect } from 'chai';
import { applyOverlay, type Overlay } from './overlay.ts';

const overlay = (...actions: unknown[]): Overlay => ({
  overlay: '1.0.0',
  info: { title: 'Test', version: '1.0.0' },
  extends: './other.yaml',
  actions: actions as Overlay['actions'],
});
const document = {
  info: { version: '2', contact: { name: 'A', url: 'x' } },
  tags: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
  paths: { '/a': { get: { tags: ['a'] } }, '/b': { get: { tags: ['b'] } } },
};
const applied = (...actions: unknown[]) => applyOverlay(document, overlay(...actions)) as typeof document;

describe('an overlay', () => {
  it('merges members into each object that a target selects, and leaves the original alone', () => {
    const changed = applied(
      { target: '$.info', update: { version: '3', contact: { name: 'B' } } },
      { target: '$.paths.*.get', update: { deprecated: true } },
    );
    expect(changed.info).to.deep.equal({ version: '3', contact: { name: 'B', url: 'x' } });
    expect(changed.paths['/b'].get).to.deep.equal({ tags: ['b'], deprecated: true });
    expect(document.info.version).to.equal('2');
    expect(document.paths['/b'].get).to.deep.equal({ tags: ['b'] });
  });

  it('adds an item to each list that a target selects', () => {
    const item = { name: 'd' };
    const changed = applied({ target: '$.tags', update: item }, { target: '$..get.tags', update: 'x' });
    expect(changed.tags.map(({ name }) => name)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(changed.tags[3]).to.not.equal(item);
    expect(changed.paths['/b'].get.tags).to.deep.equal(['b', 'x']);
    const named = applied({ target: '$.info', update: { names: ['a'] } }).info as { names?: unknown };
    expect(named.names).to.deep.equal(['a']);
  });

  it('removes members and items, several of one list too', () => {
    const changed = applied(
      { target: "$.paths[?@.get.tags[0] == 'a']", remove: true },
      { target: '$.tags[2, 0, 0]', remove: true },
      { target: "$..['url']", description: 'every address', remove: true },
    );
    expect(Object.keys(changed.paths)).to.deep.equal(['/b']);
    expect(changed.tags).to.deep.equal([{ name: 'b' }]);
    expect(changed.info.contact).to.deep.equal({ name: 'A' });
  });

  it('removes an object and what is in it at once', () => {
    expect(applied({ target: "$..['contact', 'name']", remove: true }).tags).to.deep.equal([{}, {}, {}]);
  });

  it('applies its actions in their order', () => {
    const update = { target: '$.info.contact', update: { email: 'e' } };
    const remove = { target: '$.info.contact', remove: true };
    expect(applied(update, remove).info).to.deep.equal({ version: '2' });
    expect(() => applied(remove, update)).to.throw('$.info.contact matches nothing');
  });

  it('changes one place where an alias made two of it', () => {
    const shared = { name: 'a' };
    const changed = applyOverlay(
      { one: shared, two: shared },
      overlay({ target: '$.one.name', remove: true }),
    );
    expect(changed).to.deep.equal({ one: {}, two: { name: 'a' } });
  });

  it('is refused where it says more than is understood', () => {
    const refused: readonly (readonly [unknown, RegExp])[] = [
      [{ target: '$.nothing', remove: true }, /\$\.nothing matches nothing/],
      [{ target: '$.info' }, /either updates or removes/],
      [{ target: '$.info', remove: false }, /either updates or removes/],
      [{ target: '$.info', remove: true, update: {} }, /either updates or removes/],
      [{ target: '$.info', copy: '$.tags' }, /\$\.info: copy is not known/],
      [{ target: '$.info.version', update: { a: 1 } }, /only objects and lists can be updated/],
      [{ target: '$.info', update: 'a' }, /only objects and lists can be updated/],
      [{ target: '$', update: { tags: [] } }, /the list tags is a target of its own/],
      [{ target: '$', remove: true }, /the whole document cannot be removed/],
      [{ target: '$.info[', remove: true }, /unclosed/],
    ];
    for (const [action, reason] of refused) expect(() => applied(action), `${reason}`).to.throw(reason);
    expect(() => applyOverlay({}, { ...overlay(), overlay: '2.0.0' })).to.throw('overlay 2.0.0 is not known');
    expect(() => applyOverlay({}, { ...overlay(), more: 1 } as Overlay)).to.throw('more is not known');
    expect(
      applyOverlay({ a: {} }, overlay({ target: '$.a', update: { b: 1 }, 'x-why': 'so' })),
    ).to.deep.equal({
      a: { b: 1 },
    });
  });
});
