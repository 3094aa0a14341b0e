import { findBreakingChanges, type GraphQLSchema } from "graphql";

/** A version as packages have it: major, minor, patch. */
type Version = readonly [number, number, number];

export class VersionNotValid extends Error {
  constructor(text: string) {
    super(`A version is three numbers, such as 1.4.0; "${text}" is none.`);
  }
}

/** @throws VersionNotValid */
export function versionFrom(text: string): Version {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  if (major === undefined) throw new VersionNotValid(text);
  return [Number(major), Number(minor), Number(patch)];
}

/**
 * Whether who goes from one version to the other is told that something may break: by the major number, or by the minor
 * one before 1.0.0 (semver 2.0.0, §4 and §8).
 */
export function mayBreak(released: string, now: string): boolean {
  const [[major, minor], [nextMajor, nextMinor]] = [versionFrom(released), versionFrom(now)];
  return nextMajor > major || (major === 0 && nextMajor === 0 && nextMinor > minor);
}

/** A schema as it was released, and as it is now. */
export interface Schemas {
  readonly released: GraphQLSchema;
  readonly now: GraphQLSchema;
}

/** What a client of the released schema could trip over; nothing where the version says that it may (I-G8). */
export function unannounced({ released, now }: Schemas, versions: { released: string; now: string }): string[] {
  if (mayBreak(versions.released, versions.now)) return [];
  return findBreakingChanges(released, now).map(({ description }) => description);
}
