/** Main's part of the English catalogue: what native dialogs and window titles say. */
export const words = {
  windowTitle: 'Taxpass',
  practiceWindowTitle: 'Taxpass: practice',
  chooseCertificate: 'Choose the certificate file',
  certificateFiles: 'Certificate files (P12, PFX)',
  allFiles: 'All files',
  /** Title of the sign-in window; {host} is where its page comes from. */
  signInWindowTitle: 'Sign in — {host}',
} as const;
