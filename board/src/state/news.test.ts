import { describe, expect, it } from "vitest";
import { latestNews, type News, withNews } from "./news.js";

const told = (stream: News["stream"], cursor: string, at: string): News => ({
  ...{ stream, cursor, at, type: "CaseOpened" },
  ...{ windowId: null, subject: null, matter: null, officer: null, actingFor: null, percent: null },
});

describe("the latest news", () => {
  it("mixes the streams by time, the newest first", () => {
    const cases = [told("cases", "3", "09:03"), told("cases", "1", "09:01")];
    const duty = [told("duty", "7", "09:02")];

    expect(latestNews({ cases, queue: [], duty }, 10).map(({ cursor }) => cursor)).toEqual(["3", "7", "1"]);
  });

  it("keeps a stream in the order of its log, even where the clock went back", () => {
    const cases = [told("cases", "3", "08:00"), told("cases", "2", "09:00"), told("cases", "1", "07:00")];

    expect(latestNews({ cases, queue: [], duty: [] }, 10).map(({ cursor }) => cursor)).toEqual(["3", "2", "1"]);
  });

  it("puts the later in the log first within one instant", () => {
    const cases = [told("cases", "9", "09:00")];
    const queue = [told("queue", "10", "09:00"), told("queue", "8", "09:00")];

    expect(latestNews({ cases, queue, duty: [] }, 2).map(({ cursor }) => cursor)).toEqual(["10", "9"]);
  });

  it("forgets what is no longer shown", () => {
    let news: News[] = [];
    for (let cursor = 1; cursor <= 100; cursor += 1) news = withNews(news, told("cases", String(cursor), "09:00"));

    expect(news).toHaveLength(40);
    expect(news[0]?.cursor).toBe("100");
  });
});
