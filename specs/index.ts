/** Every claim: importing this registers them. */
import './server/data/agreement.spec.ts';
import './server/data/envelopes.spec.ts';
import './server/data/fields.spec.ts';
import './server/data/operations.spec.ts';
import './server/data/relations.spec.ts';
import './server/events/content.spec.ts';
import './server/events/filters.spec.ts';
import './server/events/order.spec.ts';
import './server/pagination/pages.spec.ts';
