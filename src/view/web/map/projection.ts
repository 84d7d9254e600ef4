import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoNaturalEarth1,
} from "d3-geo";
import type { Positioned } from "./place.ts";

/** Px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What somebody moved: how many times nearer, and by how many px. */
export interface Zoom {
  readonly times: number;
  readonly x: number;
  readonly y: number;
}

/** As the page opens. */
export const wholeView: Zoom = { times: 1, x: 0, y: 0 };

const degree = Math.PI / 180;
/** Farther apart than this from their middle, places are shown on a map of the world. */
const regional = 45 * degree;
/** The map never opens nearer than so many px a radian: about 500 km across. */
const nearest = 9000;
const paddingPx = 56;

const pointsOf = (rows: readonly Positioned[]): GeoPermissibleObjects => ({
  type: "MultiPoint",
  coordinates: rows.map(({ lon, lat }) => [lon, lat]),
});

/** Places that the view is made for: towns and regions where there are several, since the middle of a country or a sea says little. */
export function shownFirst(rows: readonly Positioned[]): readonly Positioned[] {
  const near = rows.filter(({ precision, country }) => precision !== "country" && country !== null);
  return near.length > 1 ? near : rows;
}

/**
 * A projection that holds `rows`, at least one. Equal areas, so that the width of what is not known compares: azimuthal around the middle of the places,
 * or, where they lie on several continents, a map of the world. The 180th meridian is no border.
 */
export function projectionFor(rows: readonly Positioned[], { width, height }: Size, zoom: Zoom): GeoProjection {
  const shown = shownFirst(rows);
  const points = pointsOf(shown);
  const middle = geoCentroid(points);
  const reach = Math.max(...shown.map(({ lon, lat }) => geoDistance(middle, [lon, lat])));
  const projection =
    reach < regional
      ? geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).clipAngle(85)
      : geoNaturalEarth1().rotate([-middle[0], 0]);
  const padding = Math.min(paddingPx, width / 6, height / 6);
  projection.fitExtent(
    [
      [padding, padding],
      [width - padding, height - padding],
    ],
    reach < regional ? points : { type: "Sphere" },
  );
  if (projection.scale() > nearest || shown.length === 1) {
    projection.scale(Math.min(projection.scale(), nearest / 2));
    projection.translate([width / 2, height / 2]);
    const [x, y] = projection(middle) ?? [width / 2, height / 2];
    projection.translate([width - x, height - y]);
  }
  const [x, y] = projection.translate();
  const { times } = zoom;
  projection.scale(projection.scale() * times);
  projection.translate([width / 2 + (x - width / 2) * times + zoom.x, height / 2 + (y - height / 2) * times + zoom.y]);
  return projection.clipExtent([
    [-20, -20],
    [width + 20, height + 20],
  ]);
}

const mostTimes = 64;

/** `zoom` with the view so many times nearer around a point in px from the middle. */
export function zoomed(zoom: Zoom, by: number, around: readonly [x: number, y: number] = [0, 0]): Zoom {
  const times = Math.min(mostTimes, Math.max(0.5, zoom.times * by));
  const grown = times / zoom.times;
  return { times, x: around[0] + (zoom.x - around[0]) * grown, y: around[1] + (zoom.y - around[1]) * grown };
}
