import { describe, expect, it } from '@jest/globals';
import { asAttachment, cleanName, endingOf } from './file.names.js';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\me\\terms.docx', 'terms.docx'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['annexe\u202efdp.exe', 'annexefdp.exe'],
    ['zero\u200bwidth.pdf', 'zerowidth.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
    ['...hidden.pdf', 'hidden.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['terms.PDF', 'terms.pdf'],
    ['Zoe\u0308 – 张伟 محمد.pdf', 'Zoë – 张伟 محمد.pdf'],
    ['half \ud800.pdf', 'half \ufffd.pdf'],
    ['/', ''],
    ['.pdf', 'pdf'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given)).toBe(clean);
  });

  it('keeps its ending where it is cut', () => {
    const name = cleanName(`${'é'.repeat(500)}.pdf`);
    expect(Array.from(name)).toHaveLength(120);
    expect(endingOf(name)).toBe('pdf');
  });

  it('is written into a header without a way out of it', () => {
    expect(asAttachment('a"b\\c%.pdf')).toBe(`attachment; filename="a_b_c_.pdf"; filename*=UTF-8''a%22b%5Cc%25.pdf`);
    expect(asAttachment('张伟.pdf')).toBe(`attachment; filename="file.pdf"; filename*=UTF-8''%E5%BC%A0%E4%BC%9F.pdf`);
    expect(asAttachment("Zoë's.pdf")).toContain("filename*=UTF-8''Zo%C3%AB%27s.pdf");
  });
});
