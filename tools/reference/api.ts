import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** What the package exports, by the paths of its manifest. */
const entries = [
  ['clever-conformance', 'src/library/index.ts'],
  ['clever-conformance/sandbox', 'src/library/sandbox.ts'],
  ['clever-conformance/testing', 'src/library/runner.ts'],
  ['clever-conformance/fixtures', 'src/library/fixtures.ts'],
  ['clever-conformance/client', 'src/client/index.ts'],
] as const;

const root = join(import.meta.dirname, '../..');

/**
 * Every export of the package with its documentation and declaration, without bodies: the reference of the library, and the report of its
 * API, since a change of a public declaration changes this page, and a stale page fails the tests.
 */
export function renderApi(): string {
  const parts = entries.map(([name, file]) => {
    const exported = [...exportsOf(join(root, file))].sort(([a], [b]) => (a < b ? -1 : 1));
    return `## ${name}\n\n${exported.map(([as, found]) => renderExport(as, found)).join('\n')}`;
  });
  return `# Library

<!-- Written by \`npm run reference\` from the exported declarations. Do not edit. -->

What the package exports: stable in the sense of semantic versioning. [The library](../library.md) shows how it is used.

${parts.join('\n')}`;
}

interface Found {
  readonly node: ts.Node;
  readonly file: ts.SourceFile;
}

const parsed = new Map<string, ts.SourceFile>();
function sourceOf(path: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known) return known;
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true);
  parsed.set(path, file);
  return file;
}

/** The exports of a module by name, followed to where they are declared. */
function exportsOf(path: string): ReadonlyMap<string, Found> {
  const file = sourceOf(path);
  const found = new Map<string, Found>();
  for (const statement of file.statements)
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      if (!exportClause || !ts.isNamedExports(exportClause)) continue;
      for (const { name, propertyName } of exportClause.elements)
        found.set(name.text, follow(path, (propertyName ?? name).text, moduleSpecifier));
    } else if (isExported(statement))
      for (const name of namesOf(statement)) found.set(name, { node: statement, file });
  return found;
}

/** Where a name that a module exports again, or imports, is declared. */
function follow(path: string, name: string, from: ts.Expression | undefined): Found {
  if (from && ts.isStringLiteral(from)) {
    const target = resolve(dirname(path), from.text);
    const found = exportsOf(target).get(name);
    if (!found) throw new Error(`${relative(root, target)} does not export ${name}`);
    return found;
  }
  const file = sourceOf(path);
  for (const statement of file.statements) {
    if (namesOf(statement).includes(name)) return { node: statement, file };
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const element = bindings.elements.find((one) => one.name.text === name);
    if (!element) continue;
    const { text } = statement.moduleSpecifier as ts.StringLiteral;
    // Of another package: its own documentation has it.
    if (!text.startsWith('.')) return { node: statement, file };
    return follow(path, (element.propertyName ?? element.name).text, statement.moduleSpecifier);
  }
  throw new Error(`${relative(root, path)} has no ${name}`);
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function namesOf(node: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node);
  return isNamed && node.name ? [node.name.text] : [];
}

function renderExport(name: string, { node, file }: Found): string {
  const text = ts.isImportDeclaration(node)
    ? `export { ${name} } from ${node.moduleSpecifier.getText(file)};`
    : declarationOf(node, file);
  const docs = ts.isImportDeclaration(node) ? '' : docsOf(node);
  return `### ${name}\n\n${docs === '' ? '' : `${docs}\n\n`}\`\`\`ts\n${text}\n\`\`\`\n`;
}

function docsOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join('\n')
    .replaceAll('<', '&lt;')
    .trim();
}

/** The text of a declaration without bodies, values and private members. */
function declarationOf(node: ts.Node, file: ts.SourceFile): string {
  if (ts.isFunctionDeclaration(node)) return `${upTo(node, node.body, file)};`;
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations
      .map(
        ({ name, type, initializer }) =>
          `const ${name.getText(file)}: ${type?.getText(file) ?? typeIn(initializer, file)};`,
      )
      .join('\n');
  if (ts.isClassDeclaration(node)) {
    const members = node.members.filter((one) => !(one.name && ts.isPrivateIdentifier(one.name)));
    const first = node.members[0] ?? node;
    const head = file.text
      .slice(node.getStart(file), first.getFullStart())
      .replace(/^export /, '')
      .trimEnd();
    const lines = members.map(
      (one) =>
        `  ${upTo(one, 'body' in one ? (one.body as ts.Node | undefined) : undefined, file).replace(/;$/, '')};`,
    );
    return [head, ...lines, '}'].join('\n');
  }
  return node.getText(file).replace(/^export /, '');
}

function upTo(node: ts.Node, body: ts.Node | undefined, file: ts.SourceFile): string {
  return file.text
    .slice(node.getStart(file), body?.getFullStart() ?? node.end)
    .replace(/^export (?:async )?/, '')
    .trimEnd();
}

/** Of a value without a type: what it is asserted to be, or the value. */
function typeIn(value: ts.Expression | undefined, file: ts.SourceFile): string {
  if (value && ts.isSatisfiesExpression(value)) return value.type.getText(file);
  return value?.getText(file).split('\n', 1)[0] ?? 'unknown';
}
