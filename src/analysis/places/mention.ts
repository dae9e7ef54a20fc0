/** How a mention names its province, strongest first. */
export type PlaceKind =
  | 'explicit'
  | 'agency'
  | 'portal'
  | 'host'
  | 'email'
  | 'district'
  | 'area-code'
  | 'bare'
  | 'newspaper'

/** A place where a text names a province, or something that lies in one. */
export interface PlaceMention {
  /** Name among the 63. */
  readonly province: string
  readonly kind: PlaceKind
  /** The words that name it, with the kind or authority in front: `LĐLĐ tỉnh Trà Vinh`. */
  readonly text: string
  /** Offsets of `text` in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** 0 to 1: how likely it is that this is the province and is meant as a place. */
  readonly confidence: number
  /** The district-level unit named, without its kind. */
  readonly district?: string
}

/** A mention before ambiguous district names are settled. */
export interface RawMention {
  /** Names among the 63, one or more. */
  readonly provinces: readonly string[]
  readonly kind: PlaceKind
  readonly start: number
  readonly end: number
  readonly confidence: number
  readonly district?: string
  /** Where somebody lives or comes from. */
  readonly home?: boolean
  /** Provinces that have a district of the name too, though of another kind. */
  readonly others?: readonly string[]
  /** Whether names after this one, joined by commas, are of the same kind: `các tỉnh Trà Vinh, Bến Tre`. */
  readonly plural: boolean
}
