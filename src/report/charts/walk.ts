import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { count } from '../escape.ts';
import { line, rect, renderFigure, svgText } from './svg.ts';

/** Pages shown from the beginning and the end. */
const limits = { head: 18, tail: 4 } as const;
const frame = { width: 770, left: 10, right: 672, top: 34, height: 110 } as const;

interface Page {
  readonly nth: number;
  readonly exchange: ReadExchange;
  /** Absent if the response is not a list. */
  readonly entries: number | undefined;
  readonly hasNext: boolean;
}

/** Whether consecutive requests include at least two pages of a list. */
export function isWalk(exchanges: readonly ReadExchange[]): boolean {
  return exchanges.filter((one) => entriesOf(one) !== undefined).length >= 2;
}

/**
 * The pages of a list side by side, each as high as its number of entries; the line is the requested limit. `cited` are the
 * pages that a finding cites, by `seq`; `asked` is the limit if the request has none.
 */
export function renderWalk(
  exchanges: readonly ReadExchange[],
  cited: ReadonlySet<number>,
  asked: number,
): string {
  const pages = exchanges.map(pageOf);
  const limit = limitOf(exchanges[0], asked);
  const maxEntries = Math.max(limit, ...pages.map((one) => one.entries ?? 0), 1);
  const shown = choose(pages, cited);
  const step = Math.min(56, (frame.right - frame.left) / shown.length);
  const base = frame.top + frame.height;
  const height = (entries: number) => (frame.height * entries) / maxEntries;
  const shapes: string[] = [line(frame.left, base, frame.right, base, 'hair')];
  shown.forEach((page, place) => {
    const x = frame.left + place * step;
    const middle = x + step / 2 - 2;
    if (page === undefined) {
      shapes.push(svgText(middle, base - 8, '…', 'soft', 'middle'));
      return;
    }
    const isBad = cited.has(page.exchange.seq);
    const top = base - height(page.entries ?? 0);
    const name = isBad ? 'bad' : '';
    shapes.push(
      rect(
        x,
        Math.min(top, base - 2),
        step - 4,
        Math.max(2, base - top),
        `page ${isBad ? 'bad' : page.hasNext ? '' : 'last'}`.trim(),
      ),
      svgText(
        middle,
        top - 6,
        page.entries === undefined ? (statusOf(page) ?? '?') : String(page.entries),
        name,
        'middle',
      ),
      svgText(middle, base + 16, String(page.nth), isBad ? 'bad' : 'soft', 'middle'),
    );
    if (isBad) shapes.push(svgText(middle, base + 30, '▲', 'bad', 'middle'));
  });
  const y = base - height(limit);
  shapes.push(
    line(frame.left, y, frame.right, y, 'due'),
    svgText(frame.right + 8, y + 4, `limit ${limit}`, 'soft'),
    svgText(frame.right + 8, base + 16, 'page', 'soft'),
  );
  return renderFigure({
    width: frame.width,
    height: base + 38,
    shapes,
    caption: captionOf(pages, cited),
    text: pages
      .map((page) => textOf(page, cited))
      .slice(0, 60)
      .join('\n'),
  });
}

function choose(pages: readonly Page[], cited: ReadonlySet<number>): readonly (Page | undefined)[] {
  if (pages.length <= limits.head + limits.tail + 1) return pages;
  const between = pages
    .slice(limits.head, -limits.tail)
    .filter((one) => cited.has(one.exchange.seq))
    .slice(0, 4);
  return [
    ...pages.slice(0, limits.head),
    undefined,
    ...between,
    ...(between.length > 0 ? [undefined] : []),
    ...pages.slice(-limits.tail),
  ];
}

function captionOf(pages: readonly Page[], cited: ReadonlySet<number>): string {
  const entries = pages.reduce((sum, page) => sum + (page.entries ?? 0), 0);
  const bad = pages.filter((page) => cited.has(page.exchange.seq)).map((page) => page.nth);
  const path = pages[0]?.exchange.request.path.split('?', 1)[0] ?? '';
  const named =
    bad.length === 0
      ? ''
      : `; ${bad.length === 1 ? 'the finding is on page' : 'findings are on pages'} ${bad.slice(0, 8).join(', ')}${bad.length > 8 ? ' and others' : ''}`;
  return `List ${path}: ${count(pages.length, 'page')}, ${count(entries, 'entry', 'entries')}${named}. Each bar is a page with its number of entries.`;
}

function textOf(page: Page, cited: ReadonlySet<number>): string {
  const held =
    page.entries === undefined
      ? `${statusOf(page) ?? 'no response'}, not a list`
      : count(page.entries, 'entry', 'entries');
  return `page ${page.nth}: ${held}${page.hasNext ? ', next' : ', no next'}${cited.has(page.exchange.seq) ? '  ◄ finding' : ''}`;
}

function pageOf(exchange: ReadExchange, place: number): Page {
  return {
    nth: place + 1,
    exchange,
    entries: entriesOf(exchange),
    hasNext: exchange.links.some(({ rel }) => rel === 'next'),
  };
}

function entriesOf(exchange: ReadExchange): number | undefined {
  return exchange.method === 'GET' ? exchange.entries?.length : undefined;
}

function limitOf(first: ReadExchange | undefined, asked: number): number {
  const text = first?.query.get('limit') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : asked;
}

function statusOf({ exchange }: Page): string | undefined {
  return exchange.response && String(exchange.status);
}
