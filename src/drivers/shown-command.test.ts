import { expect } from 'chai';
import { shownCommand } from './shown-command.ts';

const secret = 'hunter2-Rosebud';

describe('a command in the report', () => {
  const forms: readonly (readonly string[])[] = [
    ['--token', secret],
    ['--api-key', secret],
    ['--db', secret],
    ['--user', secret],
    [`--password=${secret}`],
    [`--x=${secret}`],
    [`--token:${secret}`],
    ['-p', secret],
    [`-p${secret}`],
    [`-p=${secret}`],
    [`-u`, `admin:${secret}`],
    [`-uadmin:${secret}`],
    [`-Ddb.password=${secret}`],
    [`-DPASSWORD=${secret}`],
    [`/p:${secret}`],
    [`/password=${secret}`],
    [`DB_PASS=${secret}`],
    [`token=${secret}`],
    [`admin:${secret}`],
    [`Authorization: Bearer ${secret}`],
    ['-H', `X-Api-Key: ${secret}`],
    [`https://user:${secret}@db.example/x`],
    [`https://db.example/x?key=${secret}`],
    [`https://hooks.example/services/${secret}`],
    [`postgres://user:${secret}@db.example/roster`],
    ['--url', `https://db.example/?sig=${secret}`],
    [`{"password":"${secret}"}`],
    ['-c', `TOKEN=${secret} python3 sync.py`],
    [`TOKEN=${secret} python3 sync.py`],
    [secret],
    ['--', secret],
    ['--token', `${secret}.py`],
    ['-c', `./sync -u admin -p ${secret} roster.py`],
    [`TOKEN=${secret} sync.py`],
    ['--token', `-${secret}`],
    ['--key', '--', 'rosebud'],
    [`--${secret}0123456789abcdef`],
    ['run', `@${secret}`],
  ];
  for (const form of forms)
    it(`has no secret given as ${JSON.stringify(form.join(' '))}`, () => {
      for (const command of [form, ['sync.py', ...form], [...form, 'sync.py'], ['--verbose', ...form]])
        expect(shownCommand(['python3', ...command])).to.not.match(/hunter2|rosebud/i);
    });

  it('has no key, known or unknown by its form', () => {
    const keys = [
      'AKIAIOSFODNN7EXAMPLE1',
      'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
      'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
      '123e4567-e89b-12d3-a456-426614174000',
      'd41d8cd98f00b204e9800998ecf8427e',
      'correcthorsebatterystaplecorrect',
    ];
    for (const key of keys)
      for (const command of [
        ['x', key],
        [key],
        ['x', `./${key}/sync.py`],
        ['x', `${key}=1`],
        ['x', `--${key}`],
      ])
        expect(shownCommand(command), key).to.not.include(key.slice(0, 12));
  });

  it('names the program and its flags, quoted for a shell', () => {
    const shown: Readonly<Record<string, readonly string[]>> = {
      'python3 sync.py': ['python3', 'sync.py'],
      'python3 … --limit …': ['python3', 'my sync.py', '--limit', '5'],
      "'/opt/our sync/run' students": ['/opt/our sync/run', 'students'],
      'node --import … src/sync.ts students': ['node', '--import', 'tsx', 'src/sync.ts', 'students'],
      'npm run sync:roster': ['npm', 'run', 'sync:roster'],
      'java -jar target/sync.jar -v': ['java', '-jar', 'target/sync.jar', '-v'],
      '/opt/our-sync/bin/sync --token --verbose': ['/opt/our-sync/bin/sync', '--token', '--verbose'],
      'C:\\tools\\sync.exe': ['C:\\tools\\sync.exe'],
      'env DB_PASS=… python3 sync.py': ['env', 'DB_PASS=x', 'python3', 'sync.py'],
      'go run .': ['go', 'run', '.'],
      'sync https://…': ['sync', 'https://api.example/'],
      'sync -Ddb.user=… -p…': ['sync', '-Ddb.user=me', '-pme'],
    };
    for (const [text, command] of Object.entries(shown))
      expect(shownCommand(command).replaceAll(/'(C:[^']*)'/g, '$1')).to.equal(text);
  });
});
