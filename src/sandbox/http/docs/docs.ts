import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allProfiles, type Profile } from '../../../../contracts/profiles.ts';
import { type Answer, jsonType, text } from '../answer.ts';
import { knownTokens } from '../tokens.ts';
import { docsAssets, docsFolder } from './assets.ts';
import { type ExampleIds, fitToSandbox, type OpenApiDocument } from './document.ts';

/** The API reference page: Swagger UI with all documents, sending requests to this sandbox; no external assets. */
export interface Docs {
  page(origin: string): Answer;
  /** A file under `/docs/`; 404 for anything that the page does not use. */
  file(name: string, origin: string): Promise<Answer>;
}

/** Swagger UI needs inline styles; everything else must come from this origin. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** `Data API v2.0`. */
function titleOf({ kind, prefix }: Profile): string {
  return `${kind === 'data' ? 'Data API' : 'LMS Connect'} ${prefix.slice(1)}`;
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clever sandbox: API reference</title>
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<noscript>This page needs JavaScript. The API documents: ${allProfiles
  .map((one) => `<a href="/docs/${one.document}.json">${titleOf(one)}</a>`)
  .join(', ')}.</noscript>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** Starts Swagger UI and authorizes it with the public token; the scheme's name is read from the document. */
const start = `'use strict';
const ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  urls: ${JSON.stringify(allProfiles.map((one) => ({ name: titleOf(one), url: `/docs/${one.document}.json` })))},
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  filter: true,
  onComplete() {
    const schemes = ui.specSelectors.specJson().getIn(['components', 'securitySchemes']);
    schemes?.forEach((scheme, name) => {
      if (scheme.get('type') === 'http') ui.preauthorizeApiKey(name, ${JSON.stringify(knownTokens.test)});
    });
  },
});
`;

/** `examples` returns ids of existing records for path parameters. */
export function createDocs(examples: () => ExampleIds): Docs {
  const folder = docsFolder();
  const documents = fileURLToPath(new URL('../../../../generated/openapi/', import.meta.url));
  return {
    page: () => secured('text/html; charset=utf-8', page),
    file: async (name, origin) => {
      if (name === 'start.js') return secured('text/javascript; charset=utf-8', start);
      const type = Object.hasOwn(docsAssets, name) ? docsAssets[name] : undefined;
      if (type) return secured(type, new Uint8Array(await readFile(join(folder, name))));
      const profile = allProfiles.find((one) => name === `${one.document}.json`);
      if (!profile) return text(404, 'File not found.\n');
      const document = JSON.parse(await readFile(join(documents, name), 'utf8')) as OpenApiDocument;
      return secured(jsonType, JSON.stringify(fitToSandbox(document, origin + profile.prefix, examples())));
    },
  };
}

function secured(type: string, body: Answer['body']): Answer {
  return {
    status: 200,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
    body,
  };
}
