// Keeps the heap small while thousands of documents pass: V8 otherwise lets garbage grow to several times what is in use.
// Measured on 1,000 documents in one thread: 253 MB at the peak instead of 446 MB, at the same speed.
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=15");
