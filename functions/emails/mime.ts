import MailComposer from 'nodemailer/lib/mail-composer';

/** A message before it is MIME. All strings are single lines but `html` and `text`. */
export interface Letter {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** With its zone: `Fri, 19 Oct 2018 08:30:00 -0400`. */
  readonly date: string;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Message-ID of the thread's first message, without angle brackets. */
  readonly references?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  readonly text: string;
}

/** Builds the MIME message: multipart/alternative, quoted-printable. The only place that knows how. */
export async function mime(letter: Letter): Promise<Uint8Array> {
  const { references, headers, messageId, ...rest } = letter;
  const composer = new MailComposer({
    ...rest,
    messageId: `<${messageId}>`,
    ...(references ? { references: `<${references}>`, inReplyTo: `<${references}>` } : {}),
    headers: { ...headers },
    encoding: 'quoted-printable',
    textEncoding: 'quoted-printable',
    // The same letter makes the same bytes.
    baseBoundary: messageId.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return await composer.compile().build();
}
