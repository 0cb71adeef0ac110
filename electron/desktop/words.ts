/** Main's part of the English catalogue: what native dialogs and window titles say. */
export const words = {
  windowTitle: 'Taxpass',
  practiceWindowTitle: 'Taxpass: practice',
  chooseCertificate: 'Choose the certificate file',
  certificateFiles: 'Certificate files (P12, PFX)',
  allFiles: 'All files',
  startFailed: 'Taxpass could not start',
  startFailedText:
    'Nothing was changed or deleted. Try again; if it happens again, report it with this reference: {reference}',
  /** Title of the sign-in window; {host} is where its page comes from. */
  signInWindowTitle: 'Sign in — {host}',
} as const;
