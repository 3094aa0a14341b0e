import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** A point on the earth in WGS 84, decimal degrees: what satellites and browsers give, and `geo:` addresses take. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Ranges of degrees; `south` ≤ `north` and `west` ≤ `east`. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** Where outlets can be. Its latitudes are none of its longitudes: numbers that were swapped are found out. */
export const country: Box = { south: 3, north: 54, west: 73, east: 136 };
const earth: Box = { south: -90, north: 90, west: -180, east: 180 };

export class CoordinatesNotAllowed extends DomainError {
  readonly code = "COORDINATES_NOT_ALLOWED";
  constructor({ south, north, west, east }: Box) {
    super(
      {
        zh: `坐标须为 WGS 84(CGCS2000):纬度 ${south} 至 ${north},经度 ${west} 至 ${east};请核对两者是否颠倒。`,
        en: `Coordinates are WGS 84: latitude ${south} to ${north}, longitude ${west} to ${east}; check whether they are swapped.`,
      },
      { south, north, west, east },
      plans.R023,
    );
  }
}

/** @throws CoordinatesNotAllowed for a point where no outlet can be */
export const requireInCountry = (point: Coordinates): Coordinates => requireWithin(point, country);

/** @throws CoordinatesNotAllowed for a point that is not on the earth */
export const requireOnEarth = (point: Coordinates): Coordinates => requireWithin(point, earth);

function requireWithin(point: Coordinates, box: Box): Coordinates {
  if (!isWithin(point, box)) throw new CoordinatesNotAllowed(box);
  return point;
}

export const isWithin = ({ latitude, longitude }: Coordinates, { south, north, west, east }: Box): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

const RADIUS = 6_371_008.8; // metres: the mean radius of the earth
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (radians: number) => (radians * 180) / Math.PI;

/**
 * Metres between two points over the surface of a sphere, by the haversine formula: within 0.6 % of the distance on the
 * ellipsoid.
 */
export function distanceBetween(a: Coordinates, b: Coordinates): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const rise = Math.sin((to - from) / 2) ** 2;
  const turn = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(rise + Math.cos(from) * Math.cos(to) * turn)));
}

const SLACK = 1e-9; // degrees, a tenth of a millimetre: for the rounding of what follows

/** The smallest ranges of degrees that hold the circle around a point; all longitudes where it meets a pole or ±180°. */
export function boxAround({ latitude, longitude }: Coordinates, metres: number): Box {
  const angle = metres / RADIUS;
  const south = latitude - degrees(angle) - SLACK;
  const north = latitude + degrees(angle) + SLACK;
  const all = { south, north, west: earth.west, east: earth.east };
  if (south <= earth.south || north >= earth.north) return all;
  const turn = degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(latitude))))) + SLACK;
  const [west, east] = [longitude - turn, longitude + turn];
  return west < earth.west || east > earth.east ? all : { south, north, west, east };
}

/** How a map or a telephone takes the point (RFC 5870), for whichever program the reader has. */
export const geoUri = ({ latitude, longitude }: Coordinates): string => `geo:${latitude},${longitude}`;
