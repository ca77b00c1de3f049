import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FileMailer } from './file.mailer.js';
import { checked } from './mail.js';
import { createMailer } from './mail.module.js';
import { SmtpMailer } from './smtp.mailer.js';
import { escapeHtml, letter } from './templates.js';

const mail = { to: 'amina@example.org', subject: 'Hello', text: 'One line.', kind: 'greeting' };

describe('what may be sent', () => {
  test.each([
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\nSubject: x',
    'Amina <amina@example.org>',
    '"a b"@example.org',
    'a@',
    '@example.org',
    'a b@example.org',
    'a@exam\u0000ple.org',
    'group:a@example.org;',
    '',
    `${'a'.repeat(65)}@example.org`,
  ])('nothing to %j', (to) => {
    expect(() => checked({ ...mail, to })).toThrow('its to is not acceptable');
  });

  test('a subject is one line, whatever it is made of', () => {
    for (const subject of ['One\r\nBcc: all@example.org', 'One\nTwo', 'One\u2028Two', 'One\u0000Two', 'One\u0085Two']) {
      expect(checked({ ...mail, subject }).subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }
    expect(() => checked({ ...mail, subject: ' \r\n ' })).toThrow('its subject is not acceptable');
    expect(() => checked({ ...mail, kind: 'x\r\nBcc: y' })).toThrow('its kind is not acceptable');
  });

  test('a refusal does not repeat what was refused', () => {
    expect(() => checked({ ...mail, to: 'secret@' })).toThrow(/^(?!.*secret)/);
  });
});

describe('a letter', () => {
  test('shows names and texts as text, in a link too', () => {
    const { html, text, subject } = letter({
      subject: 'Hello\r\n<b>',
      greeting: 'Hello <script>alert(1)</script>',
      paragraphs: ['5 < 6 & "seven"'],
      action: { label: 'Open <i>', url: 'https://example.org/?a=1&b="><script>' },
      notes: ["It's so."],
    });
    expect(subject).toBe('Hello <b>');
    expect(html).not.toMatch(/<script|<i>|<b>/);
    expect(html).toContain('5 &lt; 6 &amp; &quot;seven&quot;');
    expect(html).toContain('href="https://example.org/?a=1&amp;b=%22%3E%3Cscript%3E"');
    expect(text).toContain('5 < 6 & "seven"');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address'])(
    'never links to %s',
    (url) => {
      expect(() => letter({ subject: 'x', paragraphs: [], action: { label: 'x', url } })).toThrow();
    },
  );

  test('escapes every character that means something in HTML', () => {
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
  });
});

describe('the file outbox', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benchside-mail-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('keeps each message as a mail, a page and a text, and lists the newest first', async () => {
    const mailer = new FileMailer(join(folder, 'a'), 'Benchside <no-reply@benchside.example>');
    await mailer.send(mail);
    await mailer.send({ ...mail, kind: 'second', subject: 'Zweite Nachricht über Ärzte', html: '<p>Two</p>' });
    const files = (await readdir(mailer.folder)).sort();
    expect(files.filter((file) => file.endsWith('.eml'))).toHaveLength(2);
    expect(files.some((file) => file.endsWith('.part'))).toBe(false);
    const index = await readFile(join(mailer.folder, 'index.html'), 'utf8');
    expect(index.indexOf('>second<')).toBeLessThan(index.indexOf('>greeting<'));
    const eml = await readFile(
      join(mailer.folder, files.find((file) => file.endsWith('greeting-') || /greeting.*\.eml$/.test(file)) ?? ''),
      'utf8',
    );
    expect(eml).toMatch(/^To: amina@example\.org\r?$/m);
    expect(eml).toMatch(/^X-Benchside-Kind: greeting\r?$/m);
  });

  test('lists all of many that are written at once', async () => {
    const mailer = new FileMailer(join(folder, 'b'), 'no-reply@benchside.example');
    await Promise.all(Array.from({ length: 30 }, () => mailer.send(mail)));
    const index = await readFile(join(mailer.folder, 'index.html'), 'utf8');
    expect(index.match(/<li>/g)).toHaveLength(30);
  });

  test('can be read by its owner alone', async () => {
    const mailer = new FileMailer(join(folder, 'c'), 'no-reply@benchside.example');
    await mailer.send(mail);
    for (const file of await readdir(mailer.folder)) {
      expect((await stat(join(mailer.folder, file))).mode & 0o077).toBe(0);
    }
  });
});

describe('SMTP', () => {
  /** A mail server that says yes, and remembers what it was told. */
  const postOffice = (greet = true) =>
    new Promise<{ server: Server; url: string; heard: () => string }>((resolve) => {
      let heard = '';
      const sockets = new Set<Socket>();
      const server = createServer((socket) => {
        sockets.add(socket);
        let inData = false;
        if (greet) socket.write('220 post.example\r\n');
        socket.on('error', () => undefined);
        socket.on('data', (chunk) => {
          heard += chunk;
          for (const line of String(chunk).split('\r\n').filter(Boolean)) {
            if (inData) {
              if (line === '.') {
                inData = false;
                socket.write('250 taken\r\n');
              }
            } else if (line.startsWith('DATA')) {
              inData = true;
              socket.write('354 go on\r\n');
            } else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
            else socket.write('250 yes\r\n');
          }
        });
      });
      server.on('close', () => sockets.forEach((socket) => void socket.destroy()));
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        resolve({ server, url: `smtp://127.0.0.1:${port}`, heard: () => heard });
      });
    });

  test('hands a message to the server for its one recipient', async () => {
    const { server, url, heard } = await postOffice();
    const mailer = new SmtpMailer(url, 'Benchside <no-reply@benchside.example>');
    await mailer.send({ ...mail, subject: 'Hello\r\nBcc: all@example.org' });
    await mailer.close();
    server.close();
    expect(heard().match(/^RCPT TO:.*$/gm)).toEqual(['RCPT TO:<amina@example.org>']);
    expect(heard()).toMatch(/^Subject: Hello Bcc: all@example\.org\r$/m);
    expect(heard()).not.toMatch(/^Bcc:/m);
  });

  test('does not send a password to a server that offers no encryption', async () => {
    const { server, url, heard } = await postOffice();
    const mailer = new SmtpMailer(url.replace('smtp://', 'smtp://user:open-sesame@'), 'no-reply@benchside.example');
    await expect(mailer.send(mail)).rejects.toThrow();
    await mailer.close();
    server.close();
    expect(heard()).not.toContain(Buffer.from('open-sesame').toString('base64'));
    expect(heard()).not.toContain('AUTH');
  });

  test('is chosen when there is a server, and files when there is none', async () => {
    const files = createMailer({ smtpUrl: null, mailFrom: 'a@example.org', stateDir: '/nowhere' });
    expect(files).toBeInstanceOf(FileMailer);
    const server = createMailer({ smtpUrl: 'smtps://mail.example', mailFrom: 'a@example.org', stateDir: '/nowhere' });
    expect(server).toBeInstanceOf(SmtpMailer);
    await server.close();
  });
});
