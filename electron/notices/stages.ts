import type { NoticeStage } from '../contract/notice-view.ts';

const DAY_MS = 86_400_000;

/** The nearest first. */
const stages: readonly NoticeStage[] = [0, 1, 7, 14, 30, 60];

/** How near an end (epoch ms) is at `now`; null while it is more than 60 days away. At exactly 60 days it is 60. */
export function stageOf(endsAt: number, now: number): NoticeStage | null {
  return stages.find((days) => endsAt - now <= days * DAY_MS) ?? null;
}
