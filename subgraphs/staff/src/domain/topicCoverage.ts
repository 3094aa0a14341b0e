import { type TrainingSession, type TrainingTopic, trainingTopics } from "./training.js";

/** Which of the six topics a unit taught in a year, and which not (R156). */
export interface TopicCoverage {
  readonly covered: readonly TrainingTopic[];
  readonly missing: readonly TrainingTopic[];
}

export function topicCoverage(sessions: readonly TrainingSession[], year: number): TopicCoverage {
  const taught = new Set(
    sessions.filter(({ heldOn }) => heldOn.startsWith(`${year}-`)).flatMap(({ topics }) => topics),
  );
  return {
    covered: trainingTopics.filter((topic) => taught.has(topic)),
    missing: trainingTopics.filter((topic) => !taught.has(topic)),
  };
}
