export * from "../model/day.ts";
