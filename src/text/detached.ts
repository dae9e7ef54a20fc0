/**
 * The same text in memory of its own. What `slice` and regular expressions cut out of a string keeps the whole string alive in
 * most engines; so whatever is kept for long (keys of a cache, ids) must not be a cut of a page.
 */
export function detached(text: string): string {
  // The sum is copied into one piece before it is cut again.
  return ` ${text}`.slice(1)
}
