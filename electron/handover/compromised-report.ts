/** A living access token, as it is reported. */
export type ReportedToken = {
  readonly accessToken: string;
  readonly isCurrent: boolean;
  /** Epoch ms; null where the token does not say. */
  readonly issuedAt: number | null;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly serial: string | null;
};

/**
 * The text that is sent to ANAF with compromised access tokens, so that it blocks them (R19): in Romanian, as ANAF reads
 * it, with the English word beside. Holds access tokens and public facts; no refresh token and no secret is passed in.
 */
export function compromisedReport(input: {
  readonly application: string;
  readonly clientId: string;
  readonly holder: string;
  readonly tokens: readonly ReportedToken[];
  /** Epoch ms. */
  readonly now: number;
}): string {
  const { tokens } = input;
  const lines = [
    'Tokenuri OAuth de acces compromise: cerere de blocare',
    '(Compromised OAuth access tokens: request to block them)',
    '',
    `Aplicația înrolată (application): ${input.application}`,
    `Client ID: ${input.clientId}`,
    ...(input.holder === '' ? [] : [`Titularul certificatului (certificate holder): ${input.holder}`]),
    `Data întocmirii (written): ${utc(input.now)}`,
    `Numărul de tokenuri (tokens): ${tokens.length}`,
  ];
  tokens.forEach((token, index) => {
    lines.push(
      '',
      `Token ${index + 1} (${token.isCurrent ? 'în uz, in use' : 'înlocuit, dar încă valabil; replaced, still valid'})`,
      ...(token.serial === null ? [] : [`Seria certificatului (certificate serial): ${token.serial}`]),
      ...(token.issuedAt === null ? [] : [`Emis la (issued): ${utc(token.issuedAt)}`]),
      `Valabil până la (valid until): ${utc(token.expiresAt)}`,
      token.accessToken,
    );
  });
  return `${lines.join('\n')}\n`;
}

/** "2027-02-03 10:15:00 UTC". */
function utc(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
