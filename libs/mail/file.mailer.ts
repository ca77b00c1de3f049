import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { checked, headersOf, type Mail } from './mail.js';
import { Mailer } from './mailer.js';
import { escapeHtml } from './templates.js';

const listed = 200;
const name = /^(\d{17})-([a-z0-9-]+)-([0-9a-f]{8})\.eml$/;

/**
 * The outbox for a machine without a mail server: each message becomes a file as a mail client would open it, a page
 * and a text, and `index.html` lists the newest first. The files can be read by their owner alone.
 */
export class FileMailer extends Mailer {
  private readonly composer = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  private listing: Promise<void> = Promise.resolve();

  constructor(
    readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const { to, subject, text, html, kind, unsubscribe } = checked(mail);
    const message = await this.composer.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      headers: headersOf({ kind, unsubscribe }),
    });
    const stamp = new Date().toISOString().replace(/\D/g, '');
    const base = `${stamp}-${kind}-${randomBytes(4).toString('hex')}`;
    const head = [`To: ${to}`, `Subject: ${subject}`];
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.write(`${base}.txt`, `${head.join('\n')}\n\n${text}\n`);
    await this.write(`${base}.html`, html ?? page(subject, `<pre>${escapeHtml(text)}</pre>`));
    await this.write(`${base}.eml`, message.message as Buffer);
    await this.list();
  }

  override async forget(marks: readonly string[]): Promise<number> {
    const wanted = marks.map((mark) => mark.toLowerCase()).filter((mark) => mark !== '');
    let removed = 0;
    for (const file of await readdir(this.folder).catch(() => [])) {
      if (!name.test(file)) continue;
      const base = join(this.folder, file.slice(0, -'.eml'.length));
      const text = (await readFile(`${base}.txt`, 'utf8').catch(() => '')).toLowerCase();
      if (!wanted.some((mark) => text.includes(mark))) continue;
      for (const ending of ['txt', 'html', 'eml']) await rm(`${base}.${ending}`, { force: true });
      removed += 1;
    }
    if (removed > 0) await this.list();
    return removed;
  }

  /** One listing at a time, so that the page always tells of every message written before it. */
  private list(): Promise<void> {
    this.listing = this.listing.catch(() => undefined).then(() => this.writeList());
    return this.listing;
  }

  private async writeList(): Promise<void> {
    const files = (await readdir(this.folder)).filter((file) => name.test(file)).sort();
    const rows = files
      .slice(-listed)
      .reverse()
      .map((file) => {
        const [, stamp = '', kind = ''] = name.exec(file) ?? [];
        const when = `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)} ${stamp.slice(8, 10)}:${stamp.slice(10, 12)}:${stamp.slice(12, 14)}`;
        const base = file.slice(0, -'.eml'.length);
        return `<li>${when} UTC <a href="${base}.html">${escapeHtml(kind)}</a> (<a href="${base}.txt">text</a>, <a href="${base}.eml">message</a>)</li>`;
      });
    await this.write('index.html', page('Messages, newest first', `<ol reversed>\n${rows.join('\n')}\n</ol>`));
  }

  /** Written beside and then renamed: a reader never sees half a file. */
  private async write(file: string, content: string | Buffer): Promise<void> {
    const path = join(this.folder, file);
    const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`;
    await writeFile(unfinished, content, { mode: 0o600 });
    await rename(unfinished, path);
  }
}

const page = (title: string, body: string) =>
  `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n<body><h1>${escapeHtml(title)}</h1>\n${body}\n</body></html>\n`;
