/** A certificate's serial number as it is shown everywhere: tokens name it in small digits as well (R13). */
export function shownSerial(serial: string): string {
  return serial.toUpperCase();
}
