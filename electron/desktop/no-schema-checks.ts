/**
 * Stands in for ajv and ajv-formats in the built program: conf, on which electron-store is built, reads them at every
 * start, for schemas of settings. Ours have none.
 */
export function Ajv2020(): never {
  throw new Error('settings are kept without a schema');
}

export default Ajv2020;
