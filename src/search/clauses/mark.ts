import type { OpenPlan } from '../open-plan.js'
import type { Phrase } from './phrase.js'

/** What of a query can be pointed at in texts: each word of a plan, or where its words stand as a phrase. */
export interface Mark {
  readonly plan: OpenPlan
  readonly phrase?: Phrase
}
