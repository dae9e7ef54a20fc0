import { TimtinError } from '../errors.js'

/**
 * Input that was repaired and kept: a wrong charset label, bytes of another code, a page cut in pieces. Codes as for
 * `InputError`; `file` and where known `line` and `offset` say where.
 */
export class InputWarning extends TimtinError {}
