/** Provinces, districts and towns of Vietnam: spellings, the 63 and the 34, mentions in texts. */
export { type District, type DistrictKind, districtProvinces, districts, districtsNamed } from './districts.js'
export { findPlaces } from './find.js'
export { hostProvince } from './host.js'
export { type InferOptions, type InferredProvince, inferProvince, inferProvinces } from './infer.js'
export type { PlaceKind, PlaceMention } from './mention.js'
export { placeName } from './place-name.js'
export {
  areaCodeProvince,
  expand2025,
  MERGER_DATE,
  PLACES_VERSION,
  PROVINCES,
  PROVINCES_2025,
  type Province,
  type Province2025,
  province2025,
  provinceOf,
  provincesOf2025,
  readingOn,
} from './provinces.js'
export { PLACE_VARIANTS, type PlaceVariants, provinceByName, relatedNames, spellings } from './spellings.js'
