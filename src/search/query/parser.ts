import { readNumberRange } from './bounds.js'
import { ClauseWriter, MAX_CLAUSES, MAX_WARNINGS } from './clause-writer.js'
import { datesWithin } from './dates-in-field.js'
import type { FieldName } from './fields.js'
import { Frame } from './frame.js'
import { type Suffix, suffixAt, suffixOf } from './suffix.js'
import { caseOf, isVietnamese, type Operator, operatorOf, QUOTES, signAt, withoutEscapes } from './syntax.js'
import { MAX_DEPTH, MAX_SLOP, type Occur, plainWords, type QueryNode, trimmed } from './tree.js'
import { nameLength, windowEnds } from './value-window.js'

/** Parses one query: a loop over words, with a frame for each open bracket; nothing recurs, nothing is read twice over. */
export class Parser extends ClauseWriter {
  /** Open brackets that are too deep. */
  private ignored = 0

  parse(): QueryNode {
    const { text, reader } = this
    let at = reader.skipBlanks(0)
    while (at < text.length) {
      if (this.clauses >= MAX_CLAUSES) {
        this.warn('too-many-clauses', at, text.length)
        break
      }
      at = reader.skipBlanks(this.part(at))
    }
    if (this.frames.length > 1) this.warn('unclosed-bracket', this.frame.start, text.length)
    while (this.frames.length > 1) this.endFrame(text.length, undefined)
    // Nothing but signs: still words, as far as the analyzer finds some.
    return this.frame.end() ?? plainWords(text)
  }

  /** Reads a word, phrase or bracket and says where to go on. */
  private part(start: number): number {
    const { text } = this
    const sign = signAt(text, start)
    const from = sign === undefined ? start : start + 1
    if (text[from] === '(') return this.openBracket(start, from, sign ?? 'should', undefined)
    if (text[from] === ')') return this.closeBracket(from)
    if (QUOTES.has(text[from])) return this.phrase(start, from, sign ?? 'should', undefined) ?? from + 1
    const end = this.reader.wordEnd(from)
    // A closing quotation mark that closes nothing.
    if (end === from) return from + 1
    if (sign === undefined && this.operator(from, end)) return end
    return (
      this.fieldAt(start, from, end, sign) ??
      this.signedField(start, from, end, sign) ??
      this.word(start, from, end, sign, undefined)
    )
  }

  /** A word that is no operator and names no field. */
  private word(
    start: number,
    from: number,
    end: number,
    sign: Occur | undefined,
    field: FieldName | undefined,
  ): number {
    const { text } = this
    const suffix = suffixOf(text, from, end)
    if (suffix.at === end) {
      if (text[from] === '*' && from + 1 === end) this.warn('lone-wildcard', from, end)
      if (sign === undefined && field === undefined) {
        this.frame.addWords(start, end)
        return end
      }
    }
    const word = trimmed(withoutEscapes(text.slice(from, suffix.at)))
    if (word === '') return end
    const span = { start: from, end }
    let node: QueryNode = { type: 'words', text: word, ...span, end: suffix.at }
    if (suffix.prefix) node = { type: 'prefix', text: word, ...span }
    else if (suffix.tilde !== undefined && suffix.tilde > 0)
      node = { type: 'fuzzy', text: word, distance: this.bounded(suffix.tilde, 1, 2, from, end) === 1 ? 1 : 2, ...span }
    this.addValue(this.boosted(node, suffix, start, end), start, end, sign ?? 'should', field)
    return end
  }

  /** A phrase; undefined when its quotation mark is not closed. */
  private phrase(start: number, quote: number, occur: Occur, field: FieldName | undefined): number | undefined {
    const { text, reader } = this
    const close = reader.closingQuote(quote)
    if (close < 0) {
      this.warn('unclosed-quote', quote, text.length)
      return undefined
    }
    const words = trimmed(withoutEscapes(text.slice(quote + 1, close)))
    const suffix = suffixAt(text, close + 1)
    const end = suffix.at
    if (words === '') {
      this.warn('empty-quotes', quote, end)
      return end
    }
    const slop = suffix.tilde === undefined ? 0 : this.bounded(suffix.tilde, 0, MAX_SLOP, quote, end)
    const phrase: QueryNode = { type: 'phrase', text: words, slop, start: quote, end: close + 1 }
    const isDate = field !== undefined && this.isDate(field)
    const bounds = isDate ? this.readDate(words, field) : undefined
    if (bounds && field) {
      this.range(bounds, field, suffix, start, end, occur)
      return end
    }
    if (isDate) this.warn('bad-date', quote, end)
    this.addValue(this.boosted(phrase, suffix, quote, end), start, end, occur, isDate ? undefined : field)
    return end
  }

  private openBracket(start: number, bracket: number, occur: Occur, field: FieldName | undefined): number {
    if (this.frames.length > MAX_DEPTH) {
      if (this.ignored++ === 0) this.warn('too-deep', bracket, bracket + 1)
      return bracket + 1
    }
    this.frames.push(new Frame(this.text, start, occur, field))
    return bracket + 1
  }

  private closeBracket(at: number): number {
    if (this.ignored > 0) {
      this.ignored--
      return at + 1
    }
    if (this.frames.length === 1) {
      this.warn('unopened-bracket', at, at + 1)
      return at + 1
    }
    const suffix = suffixAt(this.text, at + 1)
    if (suffix.tilde === undefined) return this.endFrame(suffix.at, suffix)
    return this.endFrame(at + 1, undefined)
  }

  /** Ends the innermost bracket; one that holds words only, among words, stays a part of them. */
  private endFrame(end: number, suffix: Suffix | undefined): number {
    const frame = this.frame
    const { start, occur, field, plain } = frame
    const content = plain && (plain.inner ?? { start: plain.start, end: plain.end })
    this.frames.pop()
    const outer = this.frame
    if (
      content &&
      occur === 'should' &&
      !field &&
      suffix?.boost === undefined &&
      !outer.not &&
      outer.words?.occur !== 'not'
    ) {
      outer.addWords(start, end, content)
      return end
    }
    const inner = frame.end()
    if (!inner) {
      this.warn('empty-brackets', start, end)
      return end
    }
    let node: QueryNode | undefined
    if (field && this.isDate(field)) {
      node = datesWithin(inner, field.field, text => this.readDate(text, field))
      if (!node) this.warn('bad-date', start, end)
    }
    const named = field && this.isDate(field) ? undefined : field
    const value = suffix ? this.boosted(node ?? inner, suffix, start, end) : (node ?? inner)
    this.addValue(value, start, end, occur, named)
    return end
  }

  /** Takes an operator where one can stand; true also for one that is dropped, false for a word. */
  private operator(start: number, end: number): boolean {
    const { text, frame, reader } = this
    const word = text.slice(start, Math.min(end, start + 8))
    const operator = end - start < 8 ? operatorOf(word) : undefined
    if (!operator) return false
    const next = reader.skipBlanks(end)
    const nextWord = text.slice(next, reader.wordEnd(next))
    const following = operatorOf(nextWord)
    const ends = next >= text.length || text[next] === ')' || (following !== undefined && following !== 'not')
    const after = frame.hasOperator && !frame.hasLeft
    const vietnamese = isVietnamese(word)
    if (operator === 'not' ? !after : vietnamese) {
      if (vietnamese && operator === 'not' && (ends || !frame.hasLeft)) return false
      if ((vietnamese || frame.hasLeft) && this.inCapitals(nextWord)) return false
    }
    const stray = operator === 'not' ? ends || following === 'not' || frame.not : ends || !frame.hasLeft || frame.not
    if (stray) {
      this.warn('stray-operator', start, end)
      return !vietnamese
    }
    this.apply(operator)
    return true
  }

  private apply(operator: Operator): void {
    const { frame } = this
    this.clauses++
    if (operator === 'and') frame.and()
    else if (operator === 'or') frame.or()
    else {
      frame.endWords()
      frame.not = true
    }
  }

  /** Whether the words around are in capitals too, so that one between them says nothing: CÔNG ĐOÀN VÀ NGƯỜI LAO ĐỘNG. */
  private inCapitals(next: string): boolean {
    const { words, run } = this.frame
    const before = words ? caseOf(this.text.slice(words.lastStart, words.end)) : run.length > 0 ? 'small' : 'none'
    const after = next === '' ? 'small' : caseOf(next)
    return before !== 'small' && after !== 'small' && (before === 'capitals' || after === 'capitals')
  }

  /** A field with its value, when the word from `from` to `end` begins with one: where to go on. */
  private fieldAt(start: number, from: number, end: number, sign: Occur | undefined): number | undefined {
    const { text, frame, reader } = this
    const colon = reader.find(':', from, Math.min(end, from + 50))
    if (colon <= from || text.startsWith('//', colon + 1)) return undefined
    const name = text.slice(from, colon)
    const { words } = frame
    const two = sign === undefined && words && from - words.end < 4 && words.end - words.lastStart < 20
    const both = two ? this.options.fields.find(text.slice(words.lastStart, colon)) : undefined
    const field = both ?? this.options.fields.find(name)
    const value = colon + 1
    if (!this.hasValue(value)) {
      if (field && reader.skipBlanks(value) >= text.length) this.warn('field-without-value', from, value)
      return undefined
    }
    if (!field) {
      this.unknownField(name, from, colon)
      return undefined
    }
    const before = { words: words && { ...words }, not: frame.not }
    if (both) frame.dropLastWord()
    const next = this.value(both && words ? words.lastStart : start, field, value, end, sign ?? 'should')
    if (next === undefined) Object.assign(frame, before)
    return next
  }

  /** -tác giả:… : a field of two words behind a sign. */
  private signedField(start: number, from: number, end: number, sign: Occur | undefined): number | undefined {
    if (sign === undefined || end - from > 20) return undefined
    const { text, reader } = this
    const next = reader.skipBlanks(end)
    const nextEnd = reader.wordEnd(next)
    const colon = reader.find(':', next, Math.min(nextEnd, next + 20))
    const field = colon < 0 || next === end ? undefined : this.options.fields.find(text.slice(from, colon))
    return field && this.hasValue(colon + 1) ? this.value(start, field, colon + 1, nextEnd, sign) : undefined
  }

  private hasValue(at: number): boolean {
    return at < this.text.length && this.reader.skipBlanks(at) === at && this.text[at] !== ')'
  }

  private unknownField(name: string, start: number, end: number): void {
    if (this.warnings.length >= MAX_WARNINGS || !/^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(name)) return
    const near = this.options.fields.nearest(name)
    // A title with no blank after its colon, Hà Nội:mưa lớn, is no mistake.
    if (near !== undefined || /^\w+$/.test(name)) this.warn('unknown-field', start, end, near)
  }

  /** The value of a field, from `from` on, to the `end` of its word or further; undefined when it is none. */
  private value(start: number, field: FieldName, from: number, end: number, occur: Occur): number | undefined {
    const { text } = this
    if (text[from] === '(') return this.openBracket(start, from, occur, field)
    if (QUOTES.has(text[from])) return this.phrase(start, from, occur, field)
    if (end === from) return undefined
    if (end === from + 1 && text[from] === '*') {
      this.add({ type: 'exists', field: field.field, start, end }, occur)
      return end
    }
    if (this.isDate(field)) return this.dateValue(start, field, from, end, occur)
    const suffix = suffixOf(text, from, end)
    const written = text.slice(from, suffix.at)
    if (/^[<>≤≥]|\.\.|…/.test(written)) {
      const bounds = readNumberRange(written)
      if (bounds) {
        this.range(bounds, field, suffix, start, end, occur)
        return end
      }
      this.warn('bad-range', from, suffix.at)
      return undefined
    }
    const known = this.mayLookUp() ? this.options.valueLength : undefined
    const longer = suffix.at === end ? nameLength(text, field.field, from, end, known) : 0
    if (longer === 0) return this.word(start, from, end, occur, field)
    const to = from + longer
    this.reader.steps += longer
    const node: QueryNode = { type: 'words', text: trimmed(withoutEscapes(text.slice(from, to))), start: from, end: to }
    this.addValue(node, start, to, occur, field)
    return to
  }

  /** A date, which may hold blanks: the longest run of words that is one. */
  private dateValue(start: number, field: FieldName, from: number, end: number, occur: Occur): number | undefined {
    const ends = windowEnds(this.reader, from, end)
    for (const to of ends.reverse()) {
      const suffix = suffixOf(this.text, from, to)
      const bounds = this.readDate(this.text.slice(from, suffix.at), field)
      if (!bounds) continue
      this.range(bounds, field, suffix, start, to, occur)
      return to
    }
    // (Việt) Nam:phát triển
    if (field.unit === undefined || /\d/.test(this.text[from])) this.warn('bad-date', from, end)
    return undefined
  }
}
