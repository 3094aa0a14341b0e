/** A point in WGS 84, decimal degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where the page says its visitor is, or its own place of business; `null` where it says none. */
export function placeOf(latitude: string | null, longitude: string | null): Place | null {
  if (!latitude || !longitude) return null;
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  return Number.isFinite(place.latitude) && Number.isFinite(place.longitude) ? place : null;
}

/** Whether a browser tells places at all: not in a page that came unprotected. */
export const canLocate = (): boolean => isSecureContext && "geolocation" in navigator;

const DIGITS = 3; // of a degree: to about a hundred metres
const PATIENCE = 10_000; // milliseconds

/**
 * Asks the browser, which asks the visitor. More than is needed is not told on.
 *
 * @throws GeolocationPositionError when it was not allowed, or is not known
 */
export function visitorsPlace(): Promise<Place> {
  const { promise, resolve, reject } = Promise.withResolvers<Place>();
  const rough = (degrees: number) => Number(degrees.toFixed(DIGITS));
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => resolve({ latitude: rough(coords.latitude), longitude: rough(coords.longitude) }),
    reject,
    { timeout: PATIENCE, maximumAge: 60_000 }, // a place of a minute ago will do
  );
  return promise;
}
