import { parse, stripIgnoredCharacters } from "graphql";
import { describe, expect, it } from "vitest";
import { withTypenames } from "./withTypenames.js";

const planned = (source: string) => stripIgnoredCharacters(withTypenames(parse(source), source));

describe("what is planned of a document with conditions", () => {
  it.each([
    [
      "an object that may lose all its fields",
      "query($a:Boolean!){user{name@skip(if:$a)}}",
      "query($a:Boolean!){user{name@skip(if:$a)__typename}}",
    ],
    [
      "one whose only fragment may be left out",
      "{user{...@include(if:false){name}}}",
      "{user{...@include(if:false){name}__typename}}",
    ],
    [
      "one whose fragments may lose all their fields",
      "{user{...F}}fragment F on User{name@skip(if:true)}",
      "{user{...F __typename}}fragment F on User{name@skip(if:true)}",
    ],
  ])("asks for the type of %s", (_, source, expected) => {
    expect(planned(source)).toBe(expected);
  });

  it.each(["{user{id name@skip(if:true)}}", "{user@skip(if:true){id}}", "{user{...on User{id}name@skip(if:true)}}"])(
    "is %s as it is",
    (source) => {
      expect(planned(source)).toBe(source);
    },
  );
});
