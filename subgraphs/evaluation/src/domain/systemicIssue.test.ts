import { describe, expect, it } from "vitest";
import { day } from "./badReview.example.js";
import type { BadReviewId } from "./badReview.js";
import { canCluster, reviewsToLink } from "./systemicIssue.js";

const review = (id: string, openedOn: string) => ({ id: id as BadReviewId, openedOn: day(openedOn) });
const today = day("2026-03-31");
const policy = { reviews: 3, days: 30 };

describe("bad reviews of one category at one outlet (R189, I-E7)", () => {
  const three = [review("a", "2026-03-02"), review("b", "2026-03-20"), review("c", "2026-03-31")];

  it("make an issue of all of them when there are n within the window", () => {
    expect(reviewsToLink(three, false, today, policy)).toEqual(["a", "b", "c"]);
  });

  it("make none while there are fewer, or one of them is a day too old", () => {
    expect(reviewsToLink(three.slice(1), false, today, policy)).toEqual([]);
    expect(reviewsToLink([review("a", "2026-03-01"), ...three.slice(1)], false, today, policy)).toEqual([]);
  });

  it("join the issue that is being worked on, each as it comes", () => {
    expect(reviewsToLink([review("d", "2026-03-31")], true, today, policy)).toEqual(["d"]);
  });

  it("have nothing in common when the category is OTHER", () => {
    expect(canCluster("OTHER")).toBe(false);
    expect(canCluster("WAITING")).toBe(true);
  });
});
