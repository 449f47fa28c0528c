import { expect } from 'chai';
import { hasMarkup, plainText } from './plain-text.ts';

describe('plain text', () => {
  it('is the same for a text and for the HTML that an LMS makes of it', () => {
    const text = 'Read "A & B", 3 < 4.';
    for (const html of [
      '<p>Read &quot;A &amp; B&quot;, 3 &lt; 4.</p>',
      '<div>\n<p class="x">Read <b>"A</b> &#38; B",</p><p>3 &#x3c; 4.</p></div>\n',
      'Read&nbsp;"A &amp; B",<br/>3 &lt; 4.',
    ])
      expect(plainText(html), html).to.equal(text);
    expect(plainText(text)).to.equal(text);
    expect(plainText('another')).to.not.equal(text);
  });

  it('leaves what is no markup', () => {
    expect(plainText('a < b > c &unknown; &#9999999;')).to.equal('a < b > c &unknown; &#9999999;');
    expect(['<p>a</p>', 'a<br>b', 'a < b', '3 <4>', ''].map(hasMarkup)).to.deep.equal([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
