/** The build of msgpackr's decoder that makes no code at run time ships without types. */
declare module 'msgpackr/unpack-no-eval' {
  export { Unpackr } from 'msgpackr/unpack'
}
