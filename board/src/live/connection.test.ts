import { describe, expect, it } from "vitest";
import { createConnection } from "./connection.js";

function opened() {
  const states: string[] = [];
  const connection = createConnection(
    () => 0,
    () => states.push(connection.state.state),
  );
  connection.works("socket");
  connection.works("snapshot");
  return { connection, states };
}

describe("the connection", () => {
  it("is live once there are a socket and a snapshot", () => {
    expect(opened().states).toEqual(["LIVE"]);
  });

  it("is lost with the first trouble and live again after the last", () => {
    const { connection, states } = opened();

    connection.failed("duty");
    connection.failed("socket");
    connection.works("socket");
    expect(connection.state).toMatchObject({ state: "LOST", losses: 1 });
    connection.works("duty");

    expect(states).toEqual(["LIVE", "LOST", "LIVE"]);
  });
});
