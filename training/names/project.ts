/**
 * Turns the word vectors so that their first numbers hold most: `node training/names/project.ts OUT [AXES.f32 HIDDEN]`.
 * Without AXES: most of their variance (covariance of the 40,000 most frequent words); OUT/vectors.f32 -> OUT/projected.f32.
 * With AXES, the input weights of a network with HIDDEN units that was trained on OUT/projected.f32 (`train.ts ... axesOnly=1`): most of what
 * that network reads from them; OUT/projected.f32 -> OUT/task.f32. Axes by Jacobi rotations.
 */
import { readFileSync, writeFileSync } from "node:fs";

const [out, axesPath, hiddenText = "64"] = process.argv.slice(2);
if (out === undefined) {
  console.error("usage: node training/names/project.ts OUT [AXES.f32 HIDDEN]");
  process.exit(2);
}
const n = 100;
const floats = (path: string): Float32Array => {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
};
const rows = floats(`${out}/${axesPath === undefined ? "vectors" : "projected"}.f32`);
const count = rows.length / n;
const matrix = new Float64Array(n * n);
if (axesPath === undefined) {
  const trained = Math.min(count, 40_000);
  for (let at = 0; at < trained; at++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) matrix[i * n + j]! += (rows[at * n + i]! * rows[at * n + j]!) / trained;
} else {
  // [offset][dimension][hidden]
  const weights = floats(axesPath);
  const hidden = Number(hiddenText);
  for (let offset = 0; offset < weights.length; offset += n * hidden)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        for (let h = 0; h < hidden; h++)
          matrix[i * n + j]! += weights[offset + i * hidden + h]! * weights[offset + j * hidden + h]!;
}
const axes = new Float64Array(n * n);
for (let i = 0; i < n; i++) axes[i * n + i] = 1;
for (let sweep = 0; sweep < 12; sweep++) {
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const off = matrix[p * n + q]!;
      if (Math.abs(off) < 1e-12) continue;
      const theta = (matrix[q * n + q]! - matrix[p * n + p]!) / (2 * off);
      const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const c = 1 / Math.sqrt(t * t + 1);
      const s = t * c;
      for (let k = 0; k < n; k++) {
        const a = matrix[k * n + p]!;
        const b = matrix[k * n + q]!;
        matrix[k * n + p] = c * a - s * b;
        matrix[k * n + q] = s * a + c * b;
      }
      for (let k = 0; k < n; k++) {
        const a = matrix[p * n + k]!;
        const b = matrix[q * n + k]!;
        matrix[p * n + k] = c * a - s * b;
        matrix[q * n + k] = s * a + c * b;
        const u = axes[k * n + p]!;
        const v = axes[k * n + q]!;
        axes[k * n + p] = c * u - s * v;
        axes[k * n + q] = s * u + c * v;
      }
    }
  }
}
const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => matrix[b * n + b]! - matrix[a * n + a]!);
const projected = new Float32Array(rows.length);
for (let at = 0; at < count; at++) {
  order.forEach((axis, to) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += rows[at * n + k]! * axes[k * n + axis]!;
    projected[at * n + to] = sum;
  });
}
writeFileSync(`${out}/${axesPath === undefined ? "projected" : "task"}.f32`, new Uint8Array(projected.buffer));
const kept = order.map((axis) => matrix[axis * n + axis]!);
const total = kept.reduce((a, b) => a + b, 0);
for (const d of [8, 12, 16, 24, 32, 40, 64])
  console.log(`${d} axes hold ${((100 * kept.slice(0, d).reduce((a, b) => a + b, 0)) / total).toFixed(1)} %`);
