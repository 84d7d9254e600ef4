import { useAnswer } from "../asking.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { all, to } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { useLazy } from "../story/lazy.ts";

const NoStory = ({ name }: { readonly name: string | null }) => (
  <>
    <h1>Story {name}</h1>
    <Empty title={name === null ? "No story is named" : `There is no story ${name}`}>
      Stories are made of the reports that are added; one that was joined to another is found under its old name too.{" "}
      <Link to={to("stories")}>See all stories</Link>.
    </Empty>
  </>
);

/** One story: what several reports tell together. */
export function StoryPage() {
  const { route } = usePlace();
  const { subject, query } = route;
  const asked = useAnswer(
    "story",
    subject === null ? null : { story: subject, asOf: all(query, "asOf"), recordedBy: all(query, "recordedBy") },
  );
  const { View, problem } = useLazy(() => import("../story/view.tsx").then(({ StoryView }) => StoryView));
  if (subject === null) return <NoStory name={null} />;
  if (asked.problem?.code === "story/unknown" || asked.problem?.code === "document/unknown")
    return <NoStory name={subject} />;
  const failed = asked.problem ?? problem;
  if (failed) {
    return (
      <>
        <h1>Story {subject}</h1>
        <Failed problem={failed} again={asked.problem ? asked.again : () => window.location.reload()} />
      </>
    );
  }
  if (asked.value === null || View === null) return <Loading what="the story" />;
  const [story] = asked.value.rows;
  return story ? <View key={story.story} story={story} /> : <NoStory name={subject} />;
}
