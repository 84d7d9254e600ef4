// Agencies and services whose names end a caption; common knowledge.
const agencies =
  "AP|A\\.P\\.|Associated Press|The Associated Press|Reuters|REUTERS|AFP|Getty|Getty Images|Gettyimages|EPA|EPA-EFE|EFE|TASS|ITAR-TASS|RIA Novosti|Sputnik|dpa|DPA|ANSA|Xinhua|Shutterstock|iStock|Alamy|Bloomberg|" +
  "Zuma|ZUMA|Belga|PAP|BelTA|BELTA|Ukrinform|Unian|UNIAN|Interfax|Anadolu|Anadolu Agency|Kyodo|Yonhap|PA|PA Wire|PA Images|PA Media|UPI|PTI|ANI|IANS|Rex|Imago|IMAGO|NurPhoto|Press Association|Wikimedia Commons|Flickr|Courtesy|courtesy|Handout|handout|Canadian Press|The Canadian Press|AAP|USA TODAY Sports|Unsplash|Pixabay|WENN|Splash News|Moskva News Agency|RFE/RL|SIPA|Sipa|Backgrid|screenshot|Screenshot|Screengrab|Twitter|Instagram|Facebook|YouTube|NASA|ESA|Maxar|Planet Labs";
const creditTail = new RegExp(
  `[(\\[][^()\\[\\]]{0,80}(?:${agencies}|[Ff]ile(?: photo| picture)?|[Pp]hoto|[Ii]mage|[Ii]llustration|[Gg]raphic)[^()\\[\\]]{0,40}[)\\]]\\.?$|(?:/|\\||—|–|-|via|(?:photos?|images?|pictures?|video|courtesy|provided|photograph) (?:by|of)) ?(?:${agencies})(?: ?(?:/|via|-) ?[\\p{L}. ]{2,40})?\\.?$|[.!?"”] (?:[\\p{L}.'’ ]{2,40} ?/ ?)?(?:${agencies})\\.?$`,
  "u",
);
const creditHead =
  /^(?:\(?(?:photo|image|picture|credit|illustration|graphic|video|photograph|pictured|foto)(?: (?:by|credit|courtesy|source|of|from))?\s?[:©]|(?:photo|image|picture|photograph|illustration|video) (?:by|courtesy|credit)\b|file photo\b|file ?[-–—:]|in this (?:[\w.,]{1,12} ){0,7}(?:photo|image|picture|frame grab|photograph)\b|(?:image|media) (?:caption|copyright|source)|getty images$|copyright (?:photo|image)\b)/i;
const hostTail =
  /[.!?"”)]\s+(?:photo:\s*)?(?:[\w-]{1,40}\.){1,3}(?:ru|by|ua|com|org|net|info|gov|mil|pl|lt|lv|ee|de|uk|eu|int)\.?$/i;

/** Does the line read like the words under a picture: a credit at either end, "(file photo)", an agency or a host after the last stop? At most 600 characters. */
export function isCaption(line: string): boolean {
  if (line.length > 600) return false;
  // A wire report ends its last paragraph with the agency's name too; captions are shorter.
  return creditHead.test(line) || hostTail.test(line) || (line.length < 350 && creditTail.test(line.slice(-200)));
}
