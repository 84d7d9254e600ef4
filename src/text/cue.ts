import type { FurnitureKind } from "../model/block.ts";
import { otherPatterns, otherWholeLines } from "./cue-other.ts";

/** That a line reads like furniture, of which kind, and how surely. */
export interface FurnitureCue {
  readonly furniture: FurnitureKind;
  /** "sure": no sentence of an article reads so. "likely": one may, so its place in the page decides. */
  readonly weight: "sure" | "likely";
}

// Whole lines, in lower case and without marks and digits at either end.
const wholeLines: readonly (readonly [FurnitureKind, string])[] = [
  [
    "navigation",
    "accessibility links|breaking news|breaking|skip to content|skip to main content|skip to navigation|skip to search|menu|main menu|search|home|home page|" +
      "log in|login|sign in|sign up|sign out|log out|register|my account|account|back to top|next|previous|prev|next article|previous article|" +
      "xs|sm|md|lg|xl|live|live tv|watch live|latest|latest news|top stories|top news|sections|all sections|" +
      "topics|tags|related tags|related topics|filed under|more|see all|view all|show more|load more|show less|read full story|continue reading|close|open|toggle|english|english edition|" +
      "world|business|politics|sports|sport|entertainment|technology|tech|science|health|opinion|lifestyle|video|videos|photos|photo gallery|gallery|galleries|" +
      "podcasts|weather|about us|about|contact|contact us|careers|jobs|advertise|advertise with us|sitemap|site map|site index|help|faq|faqs|feedback|archive|archives|" +
      "rss|mobile|apps|editions|choose your edition|edition|you are at|you are here|navigation|settings|preferences|profile|notifications|reset|submit|cancel|ok|go|font size|text size|live updates|listen|print edition|e-paper|epaper|newspaper|magazine|events|store|shop|classifieds|obituaries|puzzles|crossword|games|more news",
  ],
  [
    "player",
    "please wait|no media source currently available|embed|the code has been copied to your clipboard|the url has been copied to your clipboard|" +
      "auto|direct link|pop-out player|pop out player|play|pause|mute|unmute|play video|watch now|watch|media playback is unsupported on your device|" +
      "media caption|image caption|media playback is not supported on this device|loading|now playing|up next|replay|video player is loading|this is a modal window|volume|fullscreen|captions|autoplay|replay video|skip ad|live stream",
  ],
  [
    "share",
    "share|share this|share this article|share this story|share on facebook|share on twitter|share on linkedin|share via email|facebook|twitter|x|linkedin|" +
      "whatsapp|telegram|reddit|pinterest|instagram|youtube|tumblr|flipboard|vk|viber|messenger|google+|google plus|snapchat|tiktok|email|e-mail|mail|print|print this article|copy link|link copied|url copied|copied|" +
      "link|tweet|pin|pin it|post|pocket|like|follow|follow us|follow us on|send|save|save for later|bookmark|copy link url copied|close extra sharing options|show more sharing options|share article|share save|republish|gift article|gift this article|shares|email this article|line|share this page",
  ],
  [
    "newsletter",
    "newsletter|newsletters|subscribe|subscribe now|sign up now|get our newsletter|email address|your email|your email address|enter your email|enter your email address|" +
      "thank you for subscribing|thanks for subscribing|manage newsletters|email newsletter|preview|subscribe sign in|subscribe for free|start your free trial|get alerts|enter email",
  ],
  [
    "donation",
    "donate|donate now|support us|once|one-time|monthly|annual|annually|continue|payment methods|paiment methods|remind me later|not ready to support today|" +
      "dear readers|dear reader|other amount|become a member|make a donation|contribute|support our journalism|remind me next month",
  ],
  [
    "comment",
    "comments|comment|leave a comment|leave a reply|post a comment|post comment|add a comment|add comment|view comments|view all comments|show comments|hide comments|join the conversation|" +
      "join the discussion|write a comment|no comments|reply|report abuse|report|log in to comment|sign in to comment|sort by|newest|oldest|best|cancel reply|most liked|the conversation|start the conversation|load more comments|conversation",
  ],
  [
    "related",
    "read more|read also|most popular|most read|most viewed|trending|trending now|trending news|related|related articles|related article|related stories|related story|related news|related content|related links|related video|related videos|related coverage|related posts|more stories|more from|more on this|more on this story|" +
      "more on this topic|more in|see also|also read|also see|recommended|recommended for you|recommended stories|recommended videos|recommended articles|recommended reading|you may also like|you might also like|you may like|you may be interested in|you might be interested in|editors' picks|editor's picks|" +
      "editor's choice|don't miss|must read|must reads|from the web|around the web|sponsored|sponsored content|sponsored stories|promoted|promoted content|promoted stories|paid content|partner content|latest stories|latest articles|latest videos|popular|popular now|popular stories|in this article|" +
      "up next|read next|what to read next|next up|top videos|more videos|more articles|more coverage|more like this|more for you|featured|featured stories|in other news|stories for you|trending stories|trending articles|trending topics|top trending|most watched|most shared|most commented|most recent|read this next|what others are reading|this week's top stories|watch more|in case you missed it|explore more|keep reading|learn more|find out more|more info|in pictures|elsewhere on|further reading",
  ],
  [
    "legal",
    "terms of use|terms of service|terms and conditions|terms & conditions|terms|privacy policy|privacy|cookie policy|cookies|cookie settings|privacy settings|privacy notice|ad choices|adchoices|" +
      "do not sell my info|do not sell my personal information|california privacy rights|copyright|all rights reserved|disclaimer|accept|accept all|i accept|i agree|agree|got it|manage cookies|your privacy rights|your california privacy rights|legal|accessibility|imprint|impressum|interest-based ads|privacy statement|terms of sale|cookie preferences|legal notice|editorial guidelines|code of ethics|corrections|ethics policy",
  ],
  [
    "other",
    "advertisement|advertisements|advertising|ad|ads|article continues below|story continues below|story continues|story continues below advertisement|story continues after advertisement|" +
      "article continues after advertisement|article continues below advertisement|continue reading below advertisement|advertisement - scroll to continue|scroll to continue|x image|image|photo|report this ad|why this ad|skip advertisement|remove ads|this content is not available due to your privacy preferences|ad feedback|hide caption|toggle caption|enlarge this image|view this post on instagram|expand|collapse|advertisement continue reading the main story|continue reading the main story",
  ],
];

const wholeLineKind: ReadonlyMap<string, FurnitureKind> = new Map(
  [...otherWholeLines, ...wholeLines].flatMap(([kind, lines]) => lines.split("|").map((line) => [line, kind] as const)),
);

type Pattern = readonly [furniture: FurnitureKind, weight: FurnitureCue["weight"], pattern: RegExp];

// Tried in order on lines of at most 700 characters; none repeats a group without a bound, so each is linear.
const patterns: readonly Pattern[] = [
  [
    "player",
    "sure",
    /^(?:your browser does not support|this video (?:file )?(?:cannot|can't|can not) be played|to (?:view|play) this video|embed share)\b/i,
  ],
  ["legal", "sure", /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4})|[^.]{0,60}© ?(?:\d{4}|copyright))/i],
  [
    "legal",
    "sure",
    /\ball rights reserved\b|\bmay not be (?:published|reproduced), (?:broadcast|distributed)|\bmaterial may not be (?:published|reproduced|stored)/i,
  ],
  [
    "legal",
    "sure",
    /\b(?:this|our) (?:web)?site uses cookies\b|\bwe(?: and our partners)? use cookies\b|\buses? cookies? (?:and|or|for|to)\b|\bour (?:privacy|cookie) policy\b|\bprivacy policy and (?:terms|cookie)|\bterms of (?:service|use) and privacy\b|\bagree to (?:our|the|its) (?:terms|privacy)/i,
  ],
  [
    "legal",
    "likely",
    /^[^.]{2,60}\b(?:has|have) been (?:declared|designated|listed as|labell?ed)(?: as)? an? ["“«']?(?:undesirable|foreign agent|extremist)/i,
  ],
  [
    "legal",
    "sure",
    /\byou could face (?:fines|prosecution|imprisonment)\b.{0,80}\b(?:sharing|liking|contacting)|^to find out more,? click here/i,
  ],
  [
    "newsletter",
    "sure",
    /\b(?:sign up|subscribe|register) (?:here |now |today |below )?(?:for|to) (?:our|the|my|\w+'s)\b.{0,60}\b(?:newsletters?|updates|alerts|briefings?|emails?|channel|podcast)\b/i,
  ],
  [
    "newsletter",
    "sure",
    /\bour (?:free )?(?:daily|weekly|morning|evening)? ?newsletters?\b|\bsubscribers agree to\b|\bdelivered (?:straight |directly )?to your (?:inbox|mailbox)\b|\b(?:in|to) your (?:inbox|mailbox)\b|\bget the (?:latest|best|top) .{0,60}\b(?:inbox|newsletter|email)|\bsign up (?:here|now|today|below)\b|\bnewsletter sign-?up\b|\bunsubscribe at any ?time\b/i,
  ],
  [
    "newsletter",
    "sure",
    /^(?:subscribe|sign up) (?:to|for|now|today|here)\b|^already (?:a|an) (?:subscriber|member)\b|^(?:get|download) (?:our|the) (?:free )?\w* ?apps?\b|\bto continue reading\b.{0,40}\b(?:subscribe|log|sign|register)|^you have .{0,40}\bfree articles?\b/i,
  ],
  [
    "donation",
    "sure",
    /^(?:please )?(?:support|donate to|contribute to) (?:the |our |independent )?[\p{L} ]{2,40}(?:!|journalism\.?|today\.?)$|^a message from\b[^.]{2,60}:?$|\bplease (?:consider )?support(?:ing)? (?:us|our work|our journalism)\b|\bmake a (?:small )?(?:donation|contribution)\b|\bbecome a (?:member|patron|supporter)\b|\byour (?:support|donation|contribution)s?,? (?:no matter|makes?|helps?|allows?|will)\b/iu,
  ],
  [
    "donation",
    "likely",
    /\bby supporting\b[^.]{2,60}, you|\bthank you for (?:your support|standing with us|reading)\b|\bto continue our work\b|\bwe need your (?:help|support)\b|\bour (?:readers|journalism)\b|\b(?:criminalizing|discredits) .{0,40}\bour (?:work|staff)|\bour work (?:"|“)|\bevery contribution\b|\bwe strive to\b|\bindependent journalism\b|\bsupport us (?:monthly|today|from)\b/i,
  ],
  [
    "share",
    "sure",
    /^(?:share|tweet|pin|email|print|save)(?: (?:this|on|via|to|with)\b[^.]{0,50})?$|^(?:share|follow|like|find|join) (?:us )?(?:@\w+ )?on (?:facebook|twitter|x|instagram|telegram|whatsapp|linkedin|youtube|google|social)\b|^follow (?:@|us\b|him on|her on|them on|\p{Lu}\p{L}+ (?:\p{Lu}\p{L}+ )?(?:@|on twitter|on facebook|on instagram))|\bfollow (?:us|him|her|me) on (?:twitter|facebook|instagram)\b|^\d[\d.,]*[km]? (?:shares?|likes|views|retweets|followers)\b|^pic\.twitter\.com\b|^facebook\b.{0,10}\btwitter\b/iu,
  ],
  [
    "comment",
    "sure",
    /^(?:\[ ?)?(?:\d[\d,.]* )?comments?(?: ?[(:\]].{0,20})?$|^(?:top|best|recent|latest|most liked|all|reader|readers') (?:rated )?comments$|^(?:view|show|read|see|hide|load|post|leave|add|write|join)\b.{0,20}\b(?:comments?|discussion|reply|conversation)(?: ?\(.{0,12}\))?$|^(?:be the first to|please log in to|log in to|you must be logged in to) (?:comment|post|leave)|\bcomments are (?:closed|moderated|turned off|subject to)\b|\bview the discussion thread\b|^\d+ (?:replies|reply)\b|^(?:replying|in reply) to\b|\bpowered by disqus\b|\bdo not necessarily (?:represent|reflect) the (?:views|opinions?)\b|^posted by .{2,40} at \d/i,
  ],
  [
    "related",
    "sure",
    /^(?:read|see|watch|look|listen|learn|find out)(?: (?:more|also|next|now|it|this|here|all|full story))*\s?[:>»|–-]+\s?\S|^(?:also (?:read|see|watch|on)|more (?:from|on|in|about|by|news|stories)|related(?: (?:article|story|stories|coverage|video|content|news|topics|post))?|recommended(?: (?:for|by|reading))?|must[- ]read|don'?t miss|opinion|watch|see also|click here|what to read next|next up|trending|most (?:read|popular|viewed))\s?:/i,
  ],
  [
    "related",
    "sure",
    /^(?:read|see) more\b[^.]{0,60}(?:»|>|…|\.\.\.)?$|^more (?:from|on|in|about) [^.]{2,40}$|^more (?:great |top |recent |big )?[a-z'’]{2,20} ?[a-z'’]{0,20} (?:stories|news|coverage|articles|headlines)$|\b(?:read|see) (?:more|full story|the full (?:story|article)) ?(?:»|>|›|→)+$|^(?:click|tap) here\b|^(?:sponsored|promoted|paid) (?:by|content|links?|post)\b|^watch (?:the|more|this|live)\b[^.]{0,60}$|^you (?:may|might) (?:also )?(?:like|be interested)\b/i,
  ],
  [
    "navigation",
    "sure",
    /^skip to\b|^(?:sign|log) in (?:to|or|with)\b|^(?:tags?|topics?|categories|category|filed under|keywords|labels|posted in|section)\s?:|^(?:back|go|return) to\b[^.]{0,30}$|^(?:show|hide|toggle|open|close|expand) [\p{L} ]{2,30}$|^jump to\b|^page \d+ of \d+|^(?:view|see|show) (?:all|more|full)\b[^.]{0,40}$/iu,
  ],
  [
    "other",
    "sure",
    /^(?:advertisement|sponsored|ad)\b.{0,20}$|^•?\s*\d+x\d+ image$|^(?:est\.? )?\d+ ?-?min(?:ute)?s? read(?:ing time)?$|^(?:reading|read) time:?\b.{0,20}$|^(?:story|article) continues\b|^(?:enlarge|view) (?:this )?(?:image|photo|gallery|slideshow)\b|^\(?(?:photo|image|slide|picture) \d+ (?:of|\/) \d+\)?|^\d+ ?(?:\/|of) ?\d+$|^this (?:article|story|post) (?:contains affiliate|may contain affiliate|is (?:only )?available (?:only )?(?:to|for) (?:subscribers|members))|\bearn a commission\b|\baffiliate (?:links|commission)\b/i,
  ],
  [
    "other",
    "likely",
    /\bis one of the leading (?:providers|sources|publishers)\b|\bjournalists report the news in\b|^about (?:the author|us)\b|\bis an? (?:[\p{L}-]+ ){0,4}(?:reporter|correspondent|journalist|writer|editor|columnist|producer|contributor) (?:for|at|with|based|covering|who|in)\b|\bcan be reached at\b|\b(?:contact|email|write to) (?:him|her|the (?:author|reporter|writer|newsroom))\b|^[\w.+-]+@[\w-]+\.[\w.]+$|^https?:\/\/\S+$|^(?:got|have) a (?:news )?(?:tip|story)\b|\bsend (?:us )?(?:your )?tips\b/iu,
  ],
];

const allPatterns: readonly Pattern[] = [...patterns, ...otherPatterns];

/** Several short entries on one line with the same mark between them ("World | Politics | Sport", "Home > News"). */
function isMenuRow(line: string): boolean {
  const entries = line.split(/[|>»›·•]/);
  return entries.length > 2 && line.length / entries.length < 25 && !/[.!?]$/.test(line);
}

const trimmedOfMarks = (line: string): string =>
  line
    .replace(/^[\s\d•·*›»>«|()[\]+–—:#▾▼✕×-]+/u, "")
    .replace(/[\s\d•·*›»>«|()[\]+–—:#!?….,▾▼✕×-]+$/u, "")
    .replace(/\s+/g, " ")
    .replaceAll("’", "'")
    .toLowerCase();

/** What `line` (trimmed) reads like by its words alone; null where nothing in it says furniture. Lines over 700 characters say nothing. */
export function furnitureCue(line: string): FurnitureCue | null {
  if (line.length > 700) return null;
  const bare = trimmedOfMarks(line);
  // Only digits and marks: page numbers, separators, counters of shares.
  if (/^\d?\d:\d\d(?::\d\d)?(?:[\s/|-]{1,3}\d?\d:\d\d(?::\d\d)?){0,5}$/.test(line))
    return { furniture: "player", weight: "sure" };
  if (bare === "") return { furniture: "other", weight: line.length < 12 ? "likely" : "sure" };
  const whole = wholeLineKind.get(bare);
  if (whole)
    return { furniture: whole, weight: /[.!?]["”’']?$/.test(line) && whole !== "donation" ? "likely" : "sure" };
  if (isMenuRow(line)) return { furniture: "navigation", weight: "sure" };
  const plain = line.replaceAll("’", "'").replace(/^[•·*›»-]\s+/u, "");
  const found = allPatterns.find(([, , pattern]) => pattern.test(plain));
  if (!found) return null;
  // A paragraph can quote the words of such a box ("make a contribution"); the box itself has neighbours of its kind.
  const isMoving = found[0] === "donation" || found[0] === "share" || found[0] === "comment";
  return { furniture: found[0], weight: isMoving && line.length > 180 ? "likely" : found[1] };
}
