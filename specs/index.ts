/** Every claim: importing this registers them. */
import './server/pagination/changes.spec.ts';
import './server/pagination/limits.spec.ts';
import './server/pagination/links.spec.ts';
import './server/pagination/nested.spec.ts';
import './server/pagination/pages.spec.ts';
import './server/pagination/walks.spec.ts';
