import { LONGER_NAMES } from './context-words.js'
import { type District, districts, formsOf } from './districts.js'
import { nameForm, unmarked } from './form.js'
import { PROVINCES } from './provinces.js'
import { LOOSE_FIRST_WORDS, provinceForms } from './spellings.js'
import { wordHash } from './words.js'

/** What a run of words names. One form can name a province and districts (`quảng ninh`), or districts of several provinces. */
export interface Place {
  /** Name among the 63. */
  province?: string
  districts: District[]
  /** A longer name that only looks as if a place stood in it. */
  none: boolean
  /** The form itself says that it is a place: `tp hcm`, `quận 1`. */
  sure: boolean
}

/** The forms that end at one node of the trie. */
export interface Ending {
  readonly forms: Map<string, Place>
  /** Whether marks are of no account: the name is from a language that fits the letters loosely. */
  readonly loose: boolean
}

/** Slots of the table of edges: a power of two, several times the number of edges. */
const SLOTS = 1 << 15

/**
 * A trie over words: every name of a place by the unmarked letters of its words. Edges lie in one open-addressed table, keyed
 * by node and word, so a step is one lookup however many names there are.
 */
export class Gazetteer {
  private readonly from = new Int32Array(SLOTS)
  private readonly words = new Int32Array(SLOTS)
  /** The node that an edge leads to; 0 for an empty slot, since none leads to the root. */
  private readonly to = new Int32Array(SLOTS)
  private readonly endings: (Ending | undefined)[] = [undefined]
  /** Whether a word begins a name, by a slot of the word's hash: a first look without the table. */
  private readonly begins = new Uint8Array(1 << 16)

  /** Adds a form (see `nameForm`) and gives the record of what it names. */
  add(form: string): Place {
    const words = unmarked(form).split(' ')
    let node = 0
    for (const word of words) {
      const hash = wordHash(word)
      if (node === 0) this.begins[(hash ^ (hash >>> 16)) & 0xffff] = 1
      node = this.grow(node, hash)
    }
    const ending = this.endings[node] ?? { forms: new Map<string, Place>(), loose: isLoose(words) }
    this.endings[node] = ending
    const place = ending.forms.get(form) ?? { districts: [], none: false, sure: false }
    ending.forms.set(form, place)
    return place
  }

  /** The slot of an edge, or the empty one where it belongs. */
  private slot(node: number, hash: number): number {
    const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b)
    let slot = (mixed ^ (mixed >>> 15)) & (SLOTS - 1)
    while (this.to[slot] !== 0 && (this.from[slot] !== node || this.words[slot] !== hash)) slot = (slot + 1) % SLOTS
    return slot
  }

  /** The node after a word, made when it is not there. */
  private grow(node: number, hash: number): number {
    const slot = this.slot(node, hash)
    if (this.to[slot] === 0) {
      this.from[slot] = node
      this.words[slot] = hash
      this.to[slot] = this.endings.push(undefined) - 1
    }
    return this.to[slot]
  }

  /** Whether a word of this hash may begin a name. */
  mayBegin(hash: number): boolean {
    return this.begins[(hash ^ (hash >>> 16)) & 0xffff] !== 0
  }

  /** The node after a word, -1 when no name goes on that way. Node 0 is the root. */
  step(node: number, hash: number): number {
    return this.to[this.slot(node, hash)] || -1
  }

  /** The names that end at a node. */
  endingAt(node: number): Ending | undefined {
    return this.endings[node]
  }
}

/** Forms that have the kind of place in them. */
const SURE = /^(?:tp|thành phố|hcm city|hcmc)/

/** Marks are of no account in Đắk Mil or Pleiku; Chũ alone is Vietnamese. */
function isLoose(words: readonly string[]): boolean {
  return LOOSE_FIRST_WORDS.has(words[0]) && (words.length > 1 || words[0].length > 4)
}

let shared: Gazetteer | undefined

/** The gazetteer of all provinces, districts and longer names, built when first asked for. */
export function gazetteer(): Gazetteer {
  shared ??= build()
  return shared
}

function build(): Gazetteer {
  const built = new Gazetteer()
  for (const { name } of PROVINCES) {
    for (const form of provinceForms(name)) {
      const place = built.add(form)
      place.province = name
      place.sure = SURE.test(form)
    }
    // Words run together, as in addresses of sites and in pages that lost their spaces: HàNội, SocTrang.
    const form = nameForm(name)
    if (form.includes(' ') && form !== 'long an') {
      built.add(form.replace(/ /g, '')).province = name
      built.add(unmarked(form).replace(/ /g, '')).province = name
    }
  }
  for (const district of districts()) {
    const form = nameForm(district.name)
    if (/^\d/.test(form)) {
      for (const kind of ['quận ', 'q ', 'q']) {
        const place = built.add(kind + form)
        place.districts.push(district)
        place.sure = true
      }
      continue
    }
    for (const each of formsOf(district)) built.add(each).districts.push(district)
  }
  for (const name of LONGER_NAMES) built.add(nameForm(name)).none = true
  return built
}
