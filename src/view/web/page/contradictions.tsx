import { Failed, Loading } from "../state.tsx";
import { useLazy } from "../story/lazy.ts";

/** Who denies or contradicts whom, over the whole case. */
export function ContradictionsPage() {
  const { View, problem } = useLazy(() =>
    import("../story/contradictions-view.tsx").then(({ ContradictionsView }) => ContradictionsView),
  );
  if (problem) return <Failed problem={problem} again={() => window.location.reload()} />;
  return View === null ? <Loading what="who contradicts whom" /> : <View />;
}
