import { Packr } from 'msgpackr/pack'

/** MessagePack without extensions of ours, so that any reader can read it. */
export const packr = new Packr({ useRecords: false, variableMapSize: true })

/** The stored values of a document as MessagePack; throws for values that it cannot hold. */
export function packValues(values: readonly unknown[]): Uint8Array {
  return Uint8Array.from(packr.pack(values))
}

/** Whether a value can be stored: texts, and whatever MessagePack holds but binary values, which stand for texts. */
export function isStorable(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return true
  if (typeof value === 'function' || typeof value === 'symbol' || ArrayBuffer.isView(value)) return false
  try {
    packValues([value])
    return true
  } catch {
    return false
  }
}
