import { type ErrorCode, InputError, type TimtinError } from '../errors.js'
import type { InputOptions, Item, Outcome, Piece } from '../ingest/formats/piece.js'
import { InputWarning } from '../ingest/warning.js'

/** What a thread is given. */
export interface Work {
  readonly id: number
  readonly batch: readonly { readonly file: string; readonly piece: Piece }[]
}

/** What it gives back. */
export interface Done {
  readonly id: number
  readonly outcomes: readonly PostedOutcome[]
}

/** The options that travel to a thread: only data. */
export type PostedOptions = Pick<InputOptions, 'map' | 'derive' | 'crawled' | 'siteLines'>

/** An error as plain data: posting would lose its class and its fields. */
interface PostedProblem {
  readonly isWarning: boolean
  readonly code: ErrorCode
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

export interface PostedOutcome {
  readonly items: readonly (Exclude<Item, TimtinError> | PostedProblem)[]
  readonly notes: Outcome['notes']
}

/** An outcome as plain data. */
export function posted({ items, notes }: Outcome): PostedOutcome {
  return {
    items: items.map(item => {
      if (!(item instanceof Error)) return item
      const { expected, got, offset, field, file, line } = item
      const facts = Object.fromEntries(
        Object.entries({ expected, got, offset, field, file, line }).filter(([, value]) => value !== undefined),
      )
      return { isWarning: item instanceof InputWarning, code: item.code, message: item.message, facts }
    }),
    notes,
  }
}

/** The outcome of a piece whose articles cannot be posted. */
export function lostOutcome(file: string, reason: string): PostedOutcome {
  const message = `${file}: ${reason}`
  return { items: [{ isWarning: false, code: 'BAD_DOCUMENT', message, facts: { file } }], notes: [] }
}

/** The outcome again. */
export function received({ items, notes }: PostedOutcome): Outcome {
  return {
    items: items.map(item => {
      if ('document' in item) return item
      const { isWarning, code, message, facts } = item
      return isWarning ? new InputWarning(code, message, facts) : new InputError(code, message, facts)
    }),
    notes,
  }
}
