import { conforms } from '../support/conformance.ts';

describe('pagination: how lists are cut into pages', () => {
  conforms('pagination/default-limit-100');
  conforms('pagination/full-pages');
  conforms('pagination/limit-honoured');
  conforms('pagination/limit-10000-accepted');
  conforms('pagination/next-while-more');
  conforms('pagination/next-walk-complete');
  conforms('pagination/ids-ascend');
  conforms('pagination/starting-after-excludes-cursor');
  conforms('pagination/ending-before-excludes-cursor');
  conforms('pagination/prev-walk-mirrors-next');
  conforms('pagination/empty-page-after-the-end');
  conforms('pagination/empty-page-before-the-start');
  conforms('pagination/links-host-relative');
  conforms('pagination/link-rels-known');
  conforms('pagination/link-cursor-form');
  conforms('pagination/next-stays-in-collection');
  conforms('pagination/links-keep-query');
  conforms('pagination/links-keep-version');
  conforms('pagination/self-link');
  conforms('pagination/nested-lists-paginate');
  conforms('pagination/stable-under-insert');
  conforms('pagination/stable-under-delete');
  conforms('pagination/bad-limit');
});
