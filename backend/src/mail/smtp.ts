import { createTransport } from 'nodemailer';
import { messageOf, type Sender } from './message.ts';
import { type Carrier, NotCarried } from './port.ts';

export interface SmtpServer {
  host: string;
  port: number;
  /** undefined: it takes mails from this machine without log-in. */
  login: { user: string; pass: string } | undefined;
}

/** By itself it speaks TLS only on this one; on others it begins with STARTTLS. */
const TLS_PORT = 465;
const STEP_MS = 15_000;

/**
 * Hands mails to an SMTP server, each over a connection of its own. What goes over a network is encrypted where the
 * server can, and a password never goes out without.
 */
export function smtp({ server, from }: { server: SmtpServer; from: Sender }): Carrier {
  const { host, port, login } = server;
  const isHere = /^(localhost|127(\.\d+){3}|::1)$/.test(host);
  const transport = createTransport({
    host,
    port,
    secure: port === TLS_PORT,
    ...(login && { auth: login }),
    requireTLS: login !== undefined && !isHere,
    // A server on this machine has a certificate that nobody signed, and the way to it is short.
    ignoreTLS: isHere,
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    socketTimeout: STEP_MS,
  });
  return {
    name: `SMTP at ${host}:${String(port)}`,
    async carry(mail, signal) {
      try {
        await transport.sendMail({ ...messageOf(mail, from), signal });
      } catch (error) {
        throw error instanceof NotCarried ? error : notCarried(error, signal, login);
      }
    },
  };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

function notCarried(error: unknown, signal: AbortSignal, login: SmtpServer['login']): NotCarried {
  if (signal.aborted) return new NotCarried('It took too long.');
  const { code = 'unknown', command = '', response = '' } = error as SmtpError;
  const said = response ? `: ${withoutSecrets(response, login)}` : '';
  return new NotCarried(`${[code, command].filter(Boolean).join(' ')}${said}`, {
    isFinal: isFinal(error as SmtpError),
  });
}

/**
 * Whether the server refuses this mail and will not change its mind: an address or a content that it does not take (RFC
 * 3463, 5.1 to 5.3, 5.5 and 5.6; without such a code, a refused recipient). What whoever runs the place can mend is tried
 * again: log-in, sender, relaying (5.7), the mails of a day (5.4.5).
 */
function isFinal({ code, command = '', responseCode = 0, response = '' }: SmtpError): boolean {
  if (code === 'EENVELOPE' && responseCode === 0) return true;
  if (responseCode < 500 || !/^(RCPT TO|DATA)/.test(command)) return false;
  const [, subject] = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(response) ?? [];
  return subject === undefined ? command.startsWith('RCPT TO') : ['1', '2', '3', '5', '6'].includes(subject);
}

/** What a server says may repeat what it was told: log-in, addresses, links. */
function withoutSecrets(response: string, login: SmtpServer['login']): string {
  const [line = ''] = response.split(/[\r\n]/, 1);
  return secretsOf(login)
    .reduce((text, secret) => text.replaceAll(secret, '…'), line)
    .replace(/\p{C}/gu, ' ')
    .replace(/\S*@\S*/g, '…')
    .replace(/\S{24,}/g, '…')
    .slice(0, 200);
}

/** As they are, and as SMTP sends them. */
function secretsOf(login: SmtpServer['login']): string[] {
  if (!login) return [];
  const { user, pass } = login;
  const sent = [user, pass, `\0${user}\0${pass}`].map((text) => Buffer.from(text).toString('base64'));
  return [...sent, pass, user].sort((a, b) => b.length - a.length);
}
