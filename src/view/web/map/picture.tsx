import { type GeoProjection, geoCircle, geoPath } from "d3-geo";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PlacedRow } from "../../../record/ask/placed.ts";
import { useKeys } from "../keys.ts";
import { counted } from "../words.ts";
import { fittingLabels, type Label } from "./label.ts";
import { isPositioned, keyOfPlace, type Positioned, precisionWord, radiusKm, toldOf, toldWords } from "./place.ts";
import { projectionFor, type Size, wholeView, type Zoom, zoomed } from "./projection.ts";
import { loadWorld, type World } from "./world.ts";

const kmOfDegree = 111.2;
/** A mark is never smaller, or nobody could press it. */
const leastPx = 5;
const mostLabels = 40;
/** An outline with fewer px than this across has no room for its name. */
const leastNamedPx = 70;

interface PictureProps {
  readonly rows: readonly PlacedRow[];
  readonly selected: string | null;
  readonly onSelect: (row: PlacedRow) => void;
}

/** The width that the page leaves for the picture, in px. */
function useSize() {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const measure = (): void => {
      const width = Math.round(frame.current?.clientWidth ?? 0);
      if (width > 0) setSize({ width, height: Math.round(Math.min(640, Math.max(300, width * 0.62))) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return { frame, size };
}

/** A drag moves the view; what is pressed without moving is chosen. */
function useDrag(zoom: Zoom, onZoom: (zoom: Zoom) => void) {
  const from = useRef<{ x: number; y: number; zoom: Zoom } | null>(null);
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (event.button === 0) from.current = { x: event.clientX, y: event.clientY, zoom };
    },
    onPointerMove: (event: PointerEvent): void => {
      const start = from.current;
      if (start === null || event.buttons === 0) return;
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (Math.abs(x) + Math.abs(y) < 4) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      onZoom({ ...start.zoom, x: start.zoom.x + x, y: start.zoom.y + y });
    },
    onPointerUp: (): void => {
      from.current = null;
    },
  };
}

/** An area of the place's precision, as px around its middle; null where the view does not hold it. */
function markOf(row: Positioned, projection: GeoProjection) {
  const at = projection([row.lon, row.lat]);
  if (!at) return null;
  const circle = geoCircle()
    .center([row.lon, row.lat])
    .radius(radiusKm(row) / kmOfDegree)();
  const d = geoPath(projection)(circle);
  const box = geoPath(projection).bounds(circle);
  const isSmall = box[1][0] - box[0][0] < 2 * leastPx;
  return { x: at[0], y: at[1], d: isSmall || d === null ? null : d };
}

/** Where things are said to happen: towns and regions as areas of their precision, whole countries as their outline. */
export function MapPicture({ rows, selected, onSelect }: PictureProps) {
  const { frame, size } = useSize();
  const [world, setWorld] = useState<World | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [zoom, setZoom] = useState(wholeView);
  useEffect(() => {
    loadWorld().then(setWorld, () => setMissing(true));
  }, []);
  const placed = useMemo(() => rows.filter(isPositioned), [rows]);
  const drag = useDrag(zoom, setZoom);
  const nearer = (by: number): void => setZoom((now) => zoomed(now, by));
  const move = (x: number, y: number): void => setZoom((now) => ({ ...now, x: now.x + x, y: now.y + y }));
  useKeys("Map", [
    { key: "+", label: "nearer", press: () => nearer(1.6) },
    { key: "-", label: "farther", press: () => nearer(1 / 1.6) },
    { key: "0", label: "the whole view", press: () => setZoom(wholeView) },
    { key: "ArrowLeft", label: "west", press: () => move(80, 0) },
    { key: "ArrowRight", label: "east", press: () => move(-80, 0) },
    { key: "ArrowUp", label: "north", press: () => move(0, 80) },
    { key: "ArrowDown", label: "south", press: () => move(0, -80) },
  ]);
  const projection = useMemo(
    () => (size === null || placed.length === 0 ? null : projectionFor(placed, size, zoom)),
    [placed, size, zoom],
  );
  return (
    <div class="map-frame" ref={frame}>
      {size && projection && (
        // biome-ignore lint/a11y/useSemanticElements: a picture with marks that can be pressed
        <svg
          class="map-picture"
          role="group"
          aria-label={`Map of ${counted(placed.length, "place")}. The table below holds the same places.`}
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
          {...drag}
          onDblClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const around = [
              event.clientX - box.left - size.width / 2,
              event.clientY - box.top - size.height / 2,
            ] as const;
            setZoom((now) => zoomed(now, 2, around));
          }}
        >
          <defs>
            <pattern id="map-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect class="hatch-line" width="1.5" height="6" />
            </pattern>
          </defs>
          <Ground world={world} rows={placed} projection={projection} selected={selected} onSelect={onSelect} />
          <Marks
            rows={placed}
            projection={projection}
            size={size}
            world={world}
            selected={selected}
            onSelect={onSelect}
          />
        </svg>
      )}
      {isMissing && <p class="quiet">The outlines of the map did not come. The places stand without them.</p>}
      <div class="map-tools no-print">
        <button type="button" aria-label="Nearer" onClick={() => nearer(1.6)}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => nearer(1 / 1.6)}>
          −
        </button>
        <button type="button" onClick={() => setZoom(wholeView)} disabled={zoom === wholeView}>
          Whole view
        </button>
      </div>
    </div>
  );
}

interface LayerProps extends PictureProps {
  readonly rows: readonly Positioned[];
  readonly projection: GeoProjection;
  readonly world: World | null;
}

const titleOf = (row: PlacedRow): string => `${row.name}: ${toldWords(row)}; ${precisionWord(row)}`;

/** Land and borders, and the countries of which nothing closer is told, hatched. */
function Ground({ world, rows, projection, selected, onSelect }: LayerProps) {
  const path = geoPath(projection);
  const named = new Map(rows.filter((row) => row.precision === "country").map((row) => [row.country, row]));
  const drawn = useMemo(
    () => ({
      land: (world?.outlines ?? []).flatMap((outline) => {
        const d = path(outline.shape);
        return d === null ? [] : [{ outline, d }];
      }),
      borders: world === null ? null : path(world.borders),
    }),
    [world, projection],
  );
  return (
    <>
      {drawn.land.map(({ outline, d }) => (
        <path key={outline.name} class="map-land" d={d} />
      ))}
      {drawn.borders && <path class="map-borders" d={drawn.borders} />}
      {drawn.land.map(({ outline, d }) => {
        const row = outline.country === null ? undefined : named.get(outline.country);
        if (!row) return null;
        return (
          // biome-ignore lint/a11y: the table below is the way in for the keyboard
          <path
            key={outline.name}
            class={`map-country told-${toldOf(row)}`}
            data-selected={keyOfPlace(row) === selected}
            d={d}
            onClick={() => onSelect(row)}
          >
            <title>{titleOf(row)}</title>
          </path>
        );
      })}
    </>
  );
}

function Marks({ rows, projection, size, world, selected, onSelect }: LayerProps & { readonly size: Size }) {
  const path = geoPath(projection);
  const marks = rows
    .filter((row) => row.precision !== "country")
    .flatMap((row) => {
      const mark = markOf(row, projection);
      return mark && mark.x > -20 && mark.y > -20 && mark.x < size.width + 20 && mark.y < size.height + 20
        ? [{ row, ...mark }]
        : [];
    });
  const labels: readonly Label[] = marks.slice(0, mostLabels).map(({ row, x, y }) => ({
    key: keyOfPlace(row),
    words: `${row.name} ${row.events}`,
    x: x + leastPx + 4,
    y: y + 4,
  }));
  const counts = new Map(rows.filter((row) => row.precision === "country").map((row) => [row.country, row.events]));
  const names = useMemo(
    () =>
      (world?.outlines ?? []).flatMap(({ name, country, shape }) => {
        const [[left, top], [right, bottom]] = path.bounds(shape);
        if (!(right - left > leastNamedPx && bottom - top > leastNamedPx / 2)) return [];
        const [x, y] = path.centroid(shape);
        return [{ key: `land ${name}`, name, country, x, y }];
      }),
    [world, projection],
  );
  const lands: readonly Label[] = names.map(({ key, name, country, x, y }) => {
    const words = counts.has(country) ? `${name} ${counts.get(country)}` : name;
    return { key, words, x: x - words.length * 3.3, y };
  });
  const shown = fittingLabels([...labels, ...lands]);
  return (
    <>
      {marks.map(({ row, x, y, d }) => (
        // biome-ignore lint/a11y: the table below is the way in for the keyboard
        <g
          key={keyOfPlace(row)}
          class={`map-mark told-${toldOf(row)}`}
          data-selected={keyOfPlace(row) === selected}
          onClick={() => onSelect(row)}
        >
          <title>{titleOf(row)}</title>
          {d === null ? <circle cx={x} cy={y} r={leastPx} /> : <path d={d} />}
          {toldOf(row) === "denied" && <path class="map-strike" d={`M${x - 8} ${y + 8} L${x + 8} ${y - 8}`} />}
        </g>
      ))}
      {shown.map(({ key, words, x, y }) => (
        <text key={key} class={key.startsWith("land ") ? "map-label map-land-name" : "map-label"} x={x} y={y}>
          {words}
        </text>
      ))}
    </>
  );
}
