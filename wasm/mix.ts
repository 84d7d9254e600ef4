/** Two numbers into one, never 0; as `mix` in `src/sentence/core/name-hash.ts`. */
export function mix(a: i32, b: i32): i32 {
  let hash = (a ^ (b + <i32>0x9e3779b9)) * <i32>0x85ebca6b;
  hash ^= <i32>(<u32>hash >>> 13);
  hash *= <i32>0xc2b2ae35;
  hash ^= <i32>(<u32>hash >>> 16);
  return hash == 0 ? 1 : hash;
}
