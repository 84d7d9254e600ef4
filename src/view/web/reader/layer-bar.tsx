import { usePlace } from "../location.ts";
import { type Layer, layers, layersWith, layerWords } from "./layer.ts";

/** The switches of the layers, each with its count, its key and the form that it has in the text. */
export function LayerBar({
  on,
  counts,
}: {
  readonly on: readonly Layer[];
  readonly counts: ReadonlyMap<Layer, number>;
}) {
  const { change } = usePlace();
  return (
    <div class="layer-bar no-print" role="toolbar" aria-label="Shown on the text">
      {layers.map((layer, at) => (
        <button
          key={layer}
          type="button"
          class="layer"
          aria-pressed={on.includes(layer)}
          title={`Key ${at + 1}`}
          onClick={() => change({ layers: layersWith(on, layer) }, { replace: true })}
        >
          <span class={`layer-form layer-form-${layer}`}>{layerWords[layer]}</span>{" "}
          <span class="layer-count">{(counts.get(layer) ?? 0).toLocaleString("en")}</span>
        </button>
      ))}
    </div>
  );
}
